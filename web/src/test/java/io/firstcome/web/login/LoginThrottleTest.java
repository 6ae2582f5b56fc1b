package io.firstcome.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.login.LoginThrottle.Attempt;
import io.firstcome.web.login.LoginThrottle.Failures;
import io.firstcome.web.login.LoginThrottle.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final LoginThrottle throttle = new LoginThrottle(3, 5);

    private static Attempt attempt(String username, String address, @Nullable String device) {
        return new Attempt(username, address, device);
    }

    private void fail(int times, Attempt attempt) {
        for (int i = 0; i < times; i++) {
            throttle.failed(attempt);
        }
    }

    @Test
    void givenFailuresOfANameFromAnAddress_whenTriedAgain_thenOnlyBothTogetherAreRefused() {
        fail(3, attempt("victim", "1.1.1.1", null));

        assertThat(throttle.of(attempt("victim", "1.1.1.1", null))).isEqualTo(Verdict.REFUSED);
        assertThat(throttle.of(attempt("victim", "2.2.2.2", null))).isEqualTo(Verdict.FREE);
        assertThat(throttle.of(attempt("other", "1.1.1.1", null))).isEqualTo(Verdict.FREE);
    }

    @Test
    void givenFailuresOfANameFromManyAddresses_whenTriedFromAnother_thenSlowAndNotRefused() {
        for (int i = 0; i < 50; i++) {
            fail(2, attempt("victim", "10.0.0." + i, null));
        }

        assertThat(throttle.of(attempt("victim", "2.2.2.2", null))).isEqualTo(Verdict.SLOW);
        assertThat(throttle.of(attempt("other", "2.2.2.2", null))).isEqualTo(Verdict.FREE);
    }

    @Test
    void givenFailuresOfManyNamesFromAnAddress_whenAnotherIsTried_thenSlowAndNotRefused() {
        for (int i = 0; i < 50; i++) {
            fail(2, attempt("user-" + i, "1.1.1.1", null));
        }

        assertThat(throttle.of(attempt("victim", "1.1.1.1", null))).isEqualTo(Verdict.SLOW);
        assertThat(throttle.of(attempt("victim", "2.2.2.2", null))).isEqualTo(Verdict.FREE);
    }

    @Test
    void givenAKnownDevice_whenOthersFail_thenItIsFreeAndWhenItFailsItselfItIsSlow() {
        fail(50, attempt("victim", "1.1.1.1", null));
        Attempt known = attempt("victim", "1.1.1.1", "d");
        assertThat(throttle.of(known)).isEqualTo(Verdict.FREE);

        fail(50, known);

        assertThat(throttle.of(known)).isEqualTo(Verdict.SLOW);
        assertThat(throttle.of(attempt("victim", "1.1.1.1", "another"))).isEqualTo(Verdict.FREE);
    }

    @Test
    void givenAKnownDeviceThatFails_whenOthersTry_thenTheyAreFree() {
        fail(50, attempt("victim", "1.1.1.1", "d"));

        assertThat(throttle.of(attempt("victim", "1.1.1.1", null))).isEqualTo(Verdict.FREE);
    }

    @Test
    void givenAsManyFailuresAsAllowed_whenAsked_thenItIsOnForThatKeyOnly() {
        Failures failures = new Failures(2);
        failures.count("a");
        assertThat(failures.areTooMany("a")).isFalse();
        failures.count("a");
        assertThat(failures.areTooMany("a")).isTrue();
        assertThat(failures.areTooMany("b")).isFalse();
    }

    @Test
    void givenEndlessKeys_whenTheyFail_thenItHoldsSomeThousand() {
        Failures failures = new Failures(2);
        for (int i = 0; i < 5 * Failures.MAX_KEYS; i++) {
            failures.count("somebody-" + i);
        }
        assertThat(failures.size()).isBetween(1L, (long) Failures.MAX_KEYS);
    }
}
