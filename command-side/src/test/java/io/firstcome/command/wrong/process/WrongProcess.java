package io.firstcome.command.wrong.process;

import io.firstcome.command.wrong.domain.WrongThing;

/** A process that looks into an aggregate. */
public final class WrongProcess {

    boolean done() {
        return WrongThing.class.isInterface();
    }
}
