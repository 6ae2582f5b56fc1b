package io.firstcome.consumer;

/** An event must not overtake an earlier one of its key, which waits. */
class EarlierEventHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean behindDeadLetter;

    EarlierEventHeldException(String earlierId, boolean behindDeadLetter) {
        super("It waits for the earlier event " + earlierId + (behindDeadLetter ? ", a dead letter" : ""));
        this.behindDeadLetter = behindDeadLetter;
    }

    /** Whether an earlier one waits among the dead letters, else all of them in the retry topic. */
    boolean isBehindDeadLetter() {
        return behindDeadLetter;
    }
}
