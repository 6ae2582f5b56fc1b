package io.firstcome.web.login;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.problem.ProblemException;
import org.junit.jupiter.api.Test;

class FailureBrakeTest {

    @Test
    void givenAsManyFailuresAsAllowed_whenChecked_thenRefusedForThatKeyOnly() {
        FailureBrake brake = new FailureBrake(2);
        brake.failed("a");
        assertThatCode(() -> brake.check("a")).doesNotThrowAnyException();
        brake.failed("a");
        assertThatThrownBy(() -> brake.check("a")).isInstanceOf(ProblemException.class);
        assertThatCode(() -> brake.check("b")).doesNotThrowAnyException();
    }
}
