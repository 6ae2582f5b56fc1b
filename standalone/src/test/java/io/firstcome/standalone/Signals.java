package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Signals to processes: STOP freezes one, CONT lets it go on. */
final class Signals {

    private Signals() {}

    /** @param name without SIG */
    static void send(String name, long pid) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
