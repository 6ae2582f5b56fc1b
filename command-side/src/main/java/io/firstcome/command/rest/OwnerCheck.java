package io.firstcome.command.rest;

import io.firstcome.events.UserId;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.Role;
import org.jspecify.annotations.Nullable;

/** Whose a thing has to be. */
public final class OwnerCheck {

    private OwnerCheck() {}

    /** The user whose it has to be when {@code caller} asks about it; null: anyone's, for an operator acts for others. */
    public static @Nullable UserId askedBy(Caller caller) {
        return caller.has(Role.OPERATOR) ? null : new UserId(caller.userId());
    }
}
