package io.firstcome.web.json;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code application/json} in UTF-8, and nothing else; writes that and what the actuator calls its JSON. */
final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {

    StrictJsonConverter(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        if (mediaType == null || !MediaType.APPLICATION_JSON.equalsTypeAndSubtype(mediaType)) {
            return false;
        }
        Charset charset = mediaType.getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8);
    }

    /** The whole body is checked first: the JSON parser lets overlong forms and encoded surrogates pass. */
    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        requireUtf8(body);
        return super.read(type, new InMemory(message.getHeaders(), body), hints);
    }

    static void requireUtf8(byte[] body) {
        if (!isAscii(body) && !isUtf8(body)) {
            throw ProblemException.of(ProblemCode.MALFORMED_REQUEST, "The body is not JSON in UTF-8.");
        }
    }

    /** Zero is not taken for ASCII. JSON has none, unless it is in UTF-16 or UTF-32, which the parser would find out and read. */
    static boolean isAscii(byte[] body) {
        for (byte b : body) {
            if (b <= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] body) {
        for (byte b : body) {
            if (b == 0) {
                return false;
            }
        }
        CharBuffer text = CharBuffer.allocate(body.length);
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body), text, true)
                .isError();
    }

    private record InMemory(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        InMemory(HttpHeaders headers, byte[] bytes) {
            this(headers, new ByteArrayInputStream(bytes));
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
