package io.firstcome.web.overload;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the overload control, {@code firstcome.overload.*}.
 *
 * @param enabled whether requests are ever shed here
 * @param target how long work may wait before it is an overload
 * @param least requests under way below which none is shed: of commands, and of reads
 * @param most requests under way above which each is shed, however quick they are
 * @param exempt beginnings of paths that are never shed, for what they tell of was accepted long ago
 */
@ConfigurationProperties("firstcome.overload")
public record OverloadSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("50ms") Duration target,
        @DefaultValue("256") int least,
        @DefaultValue("4096") int most,
        @DefaultValue("/api/v1/webhook/") List<String> exempt) {

    public OverloadSettings {
        if (least < 1 || most < least || !target.isPositive()) {
            throw new IllegalArgumentException("The least is 1 or more, the most not below it, the target positive");
        }
        exempt = List.copyOf(exempt);
    }
}
