package io.firstcome.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {

    private enum Code implements RefusalCode {
        NO_MORE_TEA;

        @Override
        public Meaning meaning() {
            return new Meaning(Kind.CONFLICT, "The tea is gone");
        }
    }

    @Test
    void givenRefusal_whenThrown_thenItSaysWhyAndCostsNoStackTrace() {
        Refusal refusal = new Refusal(Code.NO_MORE_TEA);
        refusal.addSuppressed(new IllegalStateException());

        assertThat(refusal.code()).isEqualTo(Code.NO_MORE_TEA);
        assertThat(refusal).hasMessage("The tea is gone").hasNoCause();
        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(refusal.getSuppressed()).isEmpty();
    }
}
