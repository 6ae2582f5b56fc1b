package io.firstcome.axon.processing;

/**
 * Keeps what the batches of processes did until it is written together: a bean of this type for each kind of data.
 *
 * <p>What one process did is added and written by its own thread.
 */
public interface LateWriter {

    /** Writes all that is kept of the process, in the current transaction. It stays kept until {@link #written}. */
    void write(String process);

    /** Is told that what was written is committed. */
    void written(String process);

    /** Forgets what is kept: the process begins again at its stored position. */
    void drop(String process);
}
