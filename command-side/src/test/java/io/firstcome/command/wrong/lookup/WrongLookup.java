package io.firstcome.command.wrong.lookup;

import io.firstcome.command.wrong.domain.WrongThing;

/** A lookup that asks an aggregate. */
public final class WrongLookup {

    boolean exists() {
        return WrongThing.class.isInterface();
    }
}
