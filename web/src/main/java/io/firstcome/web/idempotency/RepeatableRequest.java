package io.firstcome.web.idempotency;

import io.firstcome.web.body.RequestBytes;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body is kept once it has been read, so that it can be both fingerprinted and parsed. */
public final class RepeatableRequest extends HttpServletRequestWrapper {

    private byte @Nullable [] body;

    private RepeatableRequest(HttpServletRequest request) {
        super(request);
    }

    /** The request itself, when it is repeatable. Its body is read when it is asked for. */
    public static RepeatableRequest of(HttpServletRequest request) {
        return request instanceof RepeatableRequest repeatable ? repeatable : new RepeatableRequest(request);
    }

    /** The body's bytes; its size has been limited before. */
    public byte[] body() throws IOException {
        byte[] bytes = body;
        if (bytes == null) {
            bytes = RequestBytes.readAll(super.getInputStream());
            body = bytes;
        }
        return bytes;
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
