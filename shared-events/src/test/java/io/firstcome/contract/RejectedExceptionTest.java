package io.firstcome.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RejectedExceptionTest {

    private enum Code implements RejectionCode {
        NO_MORE_TEA;

        @Override
        public Meaning meaning() {
            return new Meaning(Kind.CONFLICT, "The tea is gone");
        }
    }

    @Test
    void givenRejection_whenThrown_thenItSaysWhyAndCostsNoStackTrace() {
        RejectedException rejection = new RejectedException(Code.NO_MORE_TEA);

        assertThat(rejection.code()).isEqualTo(Code.NO_MORE_TEA);
        assertThat(rejection).hasMessage("The tea is gone").hasNoCause();
        assertThat(rejection.getStackTrace()).isEmpty();
        assertThat(Rejection.in(rejection)).isEqualTo(Rejection.of(Code.NO_MORE_TEA));
        assertThat(Rejection.in(new IllegalStateException(rejection))).isNull();
    }
}
