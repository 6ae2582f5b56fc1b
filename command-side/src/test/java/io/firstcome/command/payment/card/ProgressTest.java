package io.firstcome.command.payment.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void givenEmojiWhereTheProblemIsCut_whenFailed_thenItIsLeftOutWhole() {
        String tea = "\uD83C\uDF75";

        assertThat(Progress.NONE.failed("x".repeat(499) + tea).problem()).isEqualTo("x".repeat(499));
        assertThat(Progress.NONE.failed("x".repeat(498) + tea).problem()).isEqualTo("x".repeat(498) + tea);
    }
}
