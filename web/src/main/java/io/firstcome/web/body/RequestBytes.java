package io.firstcome.web.body;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads bodies whose size has been limited before. */
public final class RequestBytes {

    private static final int USUAL_LENGTH = 512;

    private RequestBytes() {}

    /**
     * All of a body.
     *
     * @throws ProblemException {@code MALFORMED_REQUEST} when it does not arrive whole: broken chunks, a connection that
     *     ends too early, a client that is too slow
     */
    public static byte[] readAll(InputStream body) {
        try {
            // Not readAllBytes, which begins with 16 kB: almost every body here has less than 512 bytes.
            byte[] bytes = new byte[USUAL_LENGTH];
            int length = 0;
            for (int read = 0; read >= 0; read = body.read(bytes, length, bytes.length - length)) {
                length += read;
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * length);
                }
            }
            return Arrays.copyOf(bytes, length);
        } catch (IOException e) {
            throw ProblemException.of(ProblemCode.MALFORMED_REQUEST, "The body did not arrive whole.");
        }
    }
}
