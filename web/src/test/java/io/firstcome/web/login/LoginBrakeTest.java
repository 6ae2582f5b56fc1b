package io.firstcome.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.login.LoginBrake.Attempt;
import io.firstcome.web.login.LoginBrake.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoginBrakeTest {

    private final LoginBrake brake = new LoginBrake(3, 5);

    private static Attempt attempt(String username, String address, @Nullable String device) {
        return new Attempt(username, address, device);
    }

    private void fail(int times, Attempt attempt) {
        for (int i = 0; i < times; i++) {
            brake.failed(attempt);
        }
    }

    @Test
    void givenFailuresOfANameFromAnAddress_whenTriedAgain_thenOnlyBothTogetherAreRefused() {
        fail(3, attempt("victim", "1.1.1.1", null));

        assertThat(brake.of(attempt("victim", "1.1.1.1", null))).isEqualTo(Verdict.REFUSED);
        assertThat(brake.of(attempt("victim", "2.2.2.2", null))).isEqualTo(Verdict.FREE);
        assertThat(brake.of(attempt("other", "1.1.1.1", null))).isEqualTo(Verdict.FREE);
    }

    @Test
    void givenFailuresOfANameFromManyAddresses_whenTriedFromAnother_thenSlowAndNotRefused() {
        for (int i = 0; i < 50; i++) {
            fail(2, attempt("victim", "10.0.0." + i, null));
        }

        assertThat(brake.of(attempt("victim", "2.2.2.2", null))).isEqualTo(Verdict.SLOW);
        assertThat(brake.of(attempt("other", "2.2.2.2", null))).isEqualTo(Verdict.FREE);
    }

    @Test
    void givenFailuresOfManyNamesFromAnAddress_whenAnotherIsTried_thenSlowAndNotRefused() {
        for (int i = 0; i < 50; i++) {
            fail(2, attempt("user-" + i, "1.1.1.1", null));
        }

        assertThat(brake.of(attempt("victim", "1.1.1.1", null))).isEqualTo(Verdict.SLOW);
        assertThat(brake.of(attempt("victim", "2.2.2.2", null))).isEqualTo(Verdict.FREE);
    }

    @Test
    void givenAKnownDevice_whenOthersFail_thenItIsFreeAndWhenItFailsItselfItIsSlow() {
        fail(50, attempt("victim", "1.1.1.1", null));
        Attempt known = attempt("victim", "1.1.1.1", "d");
        assertThat(brake.of(known)).isEqualTo(Verdict.FREE);

        fail(50, known);

        assertThat(brake.of(known)).isEqualTo(Verdict.SLOW);
        assertThat(brake.of(attempt("victim", "1.1.1.1", "another"))).isEqualTo(Verdict.FREE);
    }

    @Test
    void givenAKnownDeviceThatFails_whenOthersTry_thenTheyAreFree() {
        fail(50, attempt("victim", "1.1.1.1", "d"));

        assertThat(brake.of(attempt("victim", "1.1.1.1", null))).isEqualTo(Verdict.FREE);
    }
}
