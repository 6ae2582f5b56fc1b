package io.firstcome.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParkedStepsTest {

    @Test
    void givenEmojiWhereTheCauseIsCut_whenDescribed_thenItIsLeftOutWhole() {
        String name = "IllegalStateException: ";
        String fits = "x".repeat(999 - name.length());

        assertThat(ParkedSteps.describe(new IllegalStateException(fits + "\uD83C\uDF75")))
                .isEqualTo(name + fits);
        assertThat(ParkedSteps.describe(new IllegalStateException(fits + "y"))).isEqualTo(name + fits + "y");
    }
}
