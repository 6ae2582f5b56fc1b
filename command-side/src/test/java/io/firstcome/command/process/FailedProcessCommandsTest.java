package io.firstcome.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailedProcessCommandsTest {

    @Test
    void givenEmojiWhereTheCauseIsCut_whenDescribed_thenItIsLeftOutWhole() {
        String name = "IllegalStateException: ";
        String fits = "x".repeat(999 - name.length());

        assertThat(FailedProcessCommands.describe(new IllegalStateException(fits + "\uD83C\uDF75")))
                .isEqualTo(name + fits);
        assertThat(FailedProcessCommands.describe(new IllegalStateException(fits + "y")))
                .isEqualTo(name + fits + "y");
    }
}
