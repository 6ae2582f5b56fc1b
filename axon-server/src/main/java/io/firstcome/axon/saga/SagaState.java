package io.firstcome.axon.saga;

import java.util.function.Function;

/** The state of a process: as it is stored, or as it lives in memory and is not stored yet. */
sealed interface SagaState {

    /** The JSON. {@code write} makes it of what lives. */
    String json(Function<Object, String> write);

    /** As it is stored. */
    record Stored(String text) implements SagaState {

        @Override
        public String json(Function<Object, String> write) {
            return text;
        }
    }

    /**
     * The object itself: only for the thread of its processor, which changes it at the next event. It is the state after the last batch that
     * was committed, or of the one that is; when one is rolled back it is forgotten.
     */
    record Live(Object saga) implements SagaState {

        @Override
        public String json(Function<Object, String> write) {
            return write.apply(saga);
        }
    }
}
