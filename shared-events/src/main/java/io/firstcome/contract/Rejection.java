package io.firstcome.contract;

import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was rejected, as it travels: the details of the {@code CommandExecutionException} that the command ends with.
 *
 * @param code the published constant
 * @param kind what it means to the one who asked
 * @param title one sentence for a person
 */
public record Rejection(String code, RejectionCode.Kind kind, String title) {

    public static Rejection of(RejectionCode code) {
        return new Rejection(code.name(), code.kind(), code.title());
    }

    /** The rejection that a command ended with; null when it failed with anything else. */
    public static @Nullable Rejection in(@Nullable Throwable failure) {
        return failure instanceof HandlerExecutionException e
                        && e.getDetails().orElse(null) instanceof Rejection rejection
                ? rejection
                : null;
    }
}
