package io.firstcome.web.fastpath;

import io.firstcome.web.etag.EntityTags;
import io.firstcome.web.json.ApiJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The answer 200 to a GET, as bytes, with its ETag. */
public final class FastPathAnswer {

    private final byte[] body;
    private final String etag;

    private FastPathAnswer(byte[] body, String etag) {
        this.body = body;
        this.etag = etag;
    }

    /**
     * The answer with this body.
     *
     * @param version of the aggregate that is shown
     */
    public static FastPathAnswer of(Object body, long version) {
        byte[] bytes = ApiJson.bytes(body);
        return new FastPathAnswer(bytes, EntityTags.of(version, bytes));
    }

    void write(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.ETAG, etag);
        write(body, response);
    }

    /** Writes a body of JSON, with its length and in one piece. */
    static void write(byte[] body, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
