package io.firstcome.web.problem;

/**
 * The published codes that any endpoint may answer with; rejections of the business have their own, by context.
 *
 * <p>A client compares with the name, so a name never changes. Statuses are those of RFC 9110 and RFC 6585.
 */
public enum ProblemCode {
    /** The request can't be read: not JSON, not UTF-8, too deeply nested, a broken request line. */
    MALFORMED_REQUEST(400, "The request cannot be read"),
    /** The request can be read, but a field or a parameter is wrong; {@code errors} says which. */
    INVALID_REQUEST(400, "The request is invalid"),
    INVALID_IDEMPOTENCY_KEY(400, "The idempotency key is invalid"),
    UNAUTHENTICATED(401, "A valid access token is needed"),
    BAD_CREDENTIALS(401, "Username or password is wrong"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    /** The first request with this key is still running. */
    IDEMPOTENCY_KEY_IN_USE(409, "The first request with this idempotency key is still running"),
    PAYLOAD_TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    /** The key was used before with another method, path or body. */
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used with another request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "Internal error"),
    /** Something that is needed is down or full; nothing was done. */
    UNAVAILABLE(503, "Temporarily unavailable"),
    /** It was asked for, but whether it happened is not known yet; the same idempotency key tells. */
    OUTCOME_UNKNOWN(503, "The outcome is not known yet"),
    /** The read model has not reached the asked-for version in time. */
    READ_MODEL_BEHIND(503, "The read model is behind");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that this code always comes with. */
    public int status() {
        return status;
    }

    /** One short sentence for a person; the same for every occurrence. */
    public String title() {
        return title;
    }
}
