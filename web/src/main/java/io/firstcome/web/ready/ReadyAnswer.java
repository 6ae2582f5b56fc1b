package io.firstcome.web.ready;

import io.firstcome.web.json.ApiJson;

/** A body that is written already, and the version that it shows. */
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
     * @param version goes into the ETag, without its quotes
     */
    public static ReadyAnswer of(Object body, String version) {
        return new ReadyAnswer(ApiJson.bytes(body), '"' + version + '"');
    }

    byte[] body() {
        return body;
    }

    String etag() {
        return etag;
    }
}
