package io.firstcome.command.admission;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.admission.*}.
 *
 * @param secret of which the keys of admissions and the seeds of shuffled rooms are made, at least 32 bytes; null: they are made of
 *     {@code firstcome.security.jwt-secret}. Changed, admissions that were given are no longer good, and a shuffled room that was set up and
 *     has not opened never opens.
 * @param lookInterval how often each room is looked at: whether somebody can be let in
 */
@ConfigurationProperties("firstcome.admission")
public record AdmissionProperties(
        @Nullable String secret, @DefaultValue("200ms") Duration lookInterval) {

    @Override
    public String toString() {
        return "AdmissionProperties[lookInterval=" + lookInterval + "]";
    }
}
