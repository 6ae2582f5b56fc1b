package io.firstcome.axon.commandbus;

import io.firstcome.contract.Rejection;
import io.firstcome.contract.StandingRejection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;

/** How the handling of one command ended; it becomes the answer once the batch is committed. */
sealed interface Outcome {

    /** Gives the answer. */
    void answer(PendingCommand pending, boolean replayed, @Nullable String traceId);

    /** The command was handled. {@code version} is null when it published no event. */
    record Accepted(@Nullable Object payload, @Nullable Long version) implements Outcome {

        @Override
        public void answer(PendingCommand pending, boolean replayed, @Nullable String traceId) {
            Map<String, Object> metaData = metaData(replayed, traceId);
            if (version != null) {
                metaData.put(CommandMetaData.VERSION, version);
            }
            pending.succeed(payload, metaData);
        }
    }

    /** A rule refused the command. {@code standing} is what its aggregate refuses from then on, or null. */
    record Rejected(Rejection rejection, @Nullable StandingRejection standing) implements Outcome {

        @Override
        public void answer(PendingCommand pending, boolean replayed, @Nullable String traceId) {
            pending.fail(
                    new CommandExecutionException(rejection.title(), null, rejection, false),
                    metaData(replayed, traceId));
        }
    }

    private static Map<String, Object> metaData(boolean replayed, @Nullable String traceId) {
        Map<String, Object> metaData = HashMap.newHashMap(4);
        if (replayed) {
            metaData.put(CommandMetaData.REPLAYED, true);
        }
        if (traceId != null) {
            metaData.put(CommandMetaData.TRACE_ID, traceId);
        }
        return metaData;
    }
}
