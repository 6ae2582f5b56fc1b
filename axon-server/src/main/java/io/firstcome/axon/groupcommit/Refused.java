package io.firstcome.axon.groupcommit;

import io.firstcome.contract.RefusalCode;

/**
 * A refusal as it travels: the details of the {@code CommandExecutionException} that a refused command ends with.
 *
 * @param code the published constant
 * @param kind what it means to the one who asked
 * @param title one sentence for a person
 */
public record Refused(String code, RefusalCode.Kind kind, String title) {

    public static Refused of(RefusalCode code) {
        return new Refused(code.name(), code.kind(), code.title());
    }
}
