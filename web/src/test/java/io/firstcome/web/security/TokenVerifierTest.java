package io.firstcome.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenVerifierTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicInteger decoded = new AtomicInteger();
    private final Hand clock = new Hand();

    private TokenVerifier verifier(@Nullable Instant expiresAt) {
        return new TokenVerifier(
                token -> {
                    decoded.incrementAndGet();
                    if (token.equals("bad")) {
                        throw new BadJwtException("bad");
                    }
                    Jwt.Builder jwt =
                            Jwt.withTokenValue(token).header("alg", "HS256").subject(token);
                    return expiresAt == null
                            ? jwt.build()
                            : jwt.expiresAt(expiresAt).build();
                },
                clock,
                Duration.ofSeconds(5));
    }

    @Test
    void givenSameTokenTwice_whenVerified_thenDecodedOnce() {
        TokenVerifier verifier = verifier(NOON.plusSeconds(60));
        assertThat(verifier.verify("1")).isSameAs(verifier.verify("1"));
        assertThat(verifier.verify("2").userId()).isEqualTo("2");
        assertThat(decoded).hasValue(2);
    }

    @Test
    void givenRememberedToken_whenItExpires_thenRefusedAfterTheSkew() {
        TokenVerifier verifier = verifier(NOON.plusSeconds(60));
        assertThat(verifier.verify("1").userId()).isEqualTo("1");
        clock.now = NOON.plusSeconds(64);
        assertThat(verifier.verify("1").userId()).isEqualTo("1");
        clock.now = NOON.plusSeconds(65);
        assertThatThrownBy(() -> verifier.verify("1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void givenTokenWithoutExpiry_whenVerified_thenRefused() {
        TokenVerifier verifier = verifier(null);
        assertThatThrownBy(() -> verifier.verify("1")).isInstanceOf(ProblemException.class);
    }

    @Test
    void givenBadToken_whenVerifiedTwice_thenRefusedTwiceAndNotRemembered() {
        TokenVerifier verifier = verifier(null);
        assertThatThrownBy(() -> verifier.verify("bad")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> verifier.verify("bad")).isInstanceOf(ProblemException.class);
        assertThat(decoded).hasValue(2);
    }

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {

        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
