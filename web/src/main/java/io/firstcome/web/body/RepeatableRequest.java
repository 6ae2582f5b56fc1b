package io.firstcome.web.body;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * A request whose body is kept when it is read first, so that it can be both fingerprinted and parsed.
 *
 * <p>Reading throws {@code PAYLOAD_TOO_LARGE} for a body above the limit, and {@code MALFORMED_REQUEST} for one that does not arrive
 * whole: broken chunks, a connection that ends too early, a client that is too slow.
 */
public final class RepeatableRequest extends HttpServletRequestWrapper {

    private static final byte[] NO_BODY = {};
    private static final int USUAL_LENGTH = 512;

    private final long maxBytes;
    private byte @Nullable [] body;

    RepeatableRequest(HttpServletRequest request, long maxBytes) {
        super(request);
        this.maxBytes = maxBytes;
    }

    /** The body's bytes; of a request that announces no body, none. */
    public static byte[] bodyOf(HttpServletRequest request) throws IOException {
        RepeatableRequest repeatable = WebUtils.getNativeRequest(request, RepeatableRequest.class);
        return repeatable == null ? NO_BODY : repeatable.body();
    }

    private byte[] body() throws IOException {
        byte[] bytes = body;
        if (bytes == null) {
            bytes = readAll(super.getInputStream());
            body = bytes;
        }
        return bytes;
    }

    private byte[] readAll(InputStream in) {
        try {
            // Not readAllBytes, which begins with 16 kB: almost every body here has less than 512 bytes.
            byte[] bytes = new byte[USUAL_LENGTH];
            int length = 0;
            for (int read = 0; read >= 0; read = in.read(bytes, length, bytes.length - length)) {
                length += read;
                if (length > maxBytes) {
                    throw BodyLimitFilter.tooLarge(maxBytes);
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * length);
                }
            }
            return Arrays.copyOf(bytes, length);
        } catch (IOException e) {
            throw ProblemException.of(ProblemCode.MALFORMED_REQUEST, "The body did not arrive whole.");
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new InMemory(body());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class InMemory extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        InMemory(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is in memory already");
        }
    }
}
