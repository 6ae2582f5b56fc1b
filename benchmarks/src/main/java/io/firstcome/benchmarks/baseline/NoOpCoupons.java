package io.firstcome.benchmarks.baseline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;

/** Gives everybody the first piece and stores nothing: what HTTP, security and JSON alone cost. */
final class NoOpCoupons implements Coupons {

    private static final Duration VALID = Duration.ofDays(VALID_DAYS);

    @Override
    public void create(String couponId, int quantity) {
        // There is nothing to set up.
    }

    @Override
    public Piece issue(String couponId, String userId) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Piece(1, now, now.plus(VALID));
    }

    @Override
    public Stored stored(String couponId) {
        return new Stored(0, 0, 0, 0);
    }

    /** Chosen by {@code firstcome.baseline=noop} or {@code fast}. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("{'noop', 'fast'}.contains('${" + BaselineKind.PROPERTY + "}')")
    static class Configuration {

        @Bean
        Coupons coupons() {
            return new NoOpCoupons();
        }
    }
}
