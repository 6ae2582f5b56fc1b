package io.firstcome.command.waitingroom.rest;

import io.firstcome.command.waitingroom.lookup.ShuffledOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which anybody can compute the order of a shuffled room. */
@Schema(example = """
                {"commitment": "44b91c41f58efab9fc8bba45ef96ec862e3e2a2a46bee16fa0cc1fd1f2f3f7ad"}""")
record FairnessResponse(
        @Schema(description = "SHA-256 of the seed as it is written, told before the room opens")
        String commitment,

        @Schema(description = "Told when the room opens") @Nullable
        String seed,

        @Schema(description = "Who waited when it opened, as they came; the user ids") @Nullable
        List<String> entrants,

        @Schema(
                description =
                        "The same, sorted by the SHA-256 of `<seed>:<userId>` in hexadecimal, the smallest first: the"
                                + " order in which they are let in")
        @Nullable
        List<String> order) {

    static FairnessResponse of(ShuffledOrder order) {
        return new FairnessResponse(order.commitment(), order.seed(), order.entrants(), order.order());
    }
}
