package io.firstcome.axon.groupcommit;

import io.firstcome.contract.Refusal;
import io.firstcome.contract.RefusalCode;
import io.firstcome.contract.StandingRefusal;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;

/** A refusal on its way out of a handler, with what its aggregate refuses as it stands. */
final class RefusedException extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable StandingRefusal standing;

    private RefusedException(RefusalCode code, @Nullable StandingRefusal standing) {
        super(code.title(), null, Refused.of(code), false);
        this.standing = standing;
    }

    static RefusedException of(Refusal refusal) {
        return new RefusedException(refusal.code(), refusal.standing());
    }

    static RefusedException of(RefusalCode code) {
        return new RefusedException(code, null);
    }

    @Nullable
    StandingRefusal standing() {
        return standing;
    }
}
