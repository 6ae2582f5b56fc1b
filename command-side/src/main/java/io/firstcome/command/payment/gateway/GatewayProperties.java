package io.firstcome.command.payment.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.gateway.*}.
 *
 * @param url the base address of the card gateway
 * @param secretKey the shop's key; must be set
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 * @param calls calls that are under way at a time at most
 * @param openCircuit how long nothing is sent after half of the calls have failed
 * @param askFirst the first pause before the gateway is asked what became of a call; it doubles
 * @param askLongest the longest of these pauses
 * @param noticeGap the least time between two questions about one payment because of webhooks
 */
@ConfigurationProperties("firstcome.gateway")
public record GatewayProperties(
        @DefaultValue("https://api.tosspayments.com") String url,
        @Nullable String secretKey,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("32") int calls,
        @DefaultValue("5s") Duration openCircuit,
        @DefaultValue("1s") Duration askFirst,
        @DefaultValue("5m") Duration askLongest,
        @DefaultValue("10s") Duration noticeGap) {

    /** Without the key. */
    @Override
    public String toString() {
        return "GatewayProperties[url=" + url + ", secretKey=" + (secretKey == null ? "not set" : "set") + "]";
    }
}
