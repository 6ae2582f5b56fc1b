package io.firstcome.web.ready;

import io.firstcome.web.etag.EntityTags;
import io.firstcome.web.json.ApiJson;

/** A body that is written already, and its ETag. */
public final class ReadyAnswer {

    private final byte[] body;
    private final String etag;

    private ReadyAnswer(byte[] body, String etag) {
        this.body = body;
        this.etag = etag;
    }

    /**
     * The answer 200 with this body.
     *
     * @param version of the aggregate that is shown
     */
    public static ReadyAnswer of(Object body, long version) {
        byte[] bytes = ApiJson.bytes(body);
        return new ReadyAnswer(bytes, EntityTags.of(version, bytes));
    }

    byte[] body() {
        return body;
    }

    String etag() {
        return etag;
    }
}
