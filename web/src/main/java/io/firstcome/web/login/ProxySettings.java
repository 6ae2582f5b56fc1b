package io.firstcome.web.login;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which proxies are believed when they say for whom they ask: properties {@code firstcome.proxy.*}.
 *
 * @param trusted their addresses or networks, such as {@code 10.0.0.0/8}; none: nobody is believed
 * @param header the one header that they set: {@code X-Forwarded-For} or {@code Forwarded}. Only one, for a proxy passes on what a
 *     client has written into the other
 */
@ConfigurationProperties("firstcome.proxy")
public record ProxySettings(
        @DefaultValue List<String> trusted,
        @DefaultValue("X-Forwarded-For") String header) {

    public ProxySettings {
        trusted = List.copyOf(trusted);
    }
}
