package io.firstcome.web.body;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;

/** Reads bodies whose size has been limited before. */
public final class RequestBytes {

    private RequestBytes() {}

    /**
     * All of a body.
     *
     * @throws ProblemException {@code MALFORMED_REQUEST} when it does not arrive whole: broken chunks, a connection that
     *     ends too early, a client that is too slow
     */
    public static byte[] readAll(InputStream body) {
        try {
            return body.readAllBytes();
        } catch (IOException e) {
            throw ProblemException.of(ProblemCode.MALFORMED_REQUEST, "The body did not arrive whole.");
        }
    }
}
