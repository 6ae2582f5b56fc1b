package io.firstcome.web.problem;

import io.firstcome.contract.RejectionCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown anywhere below a controller to answer with {@code application/problem+json}.
 *
 * <p>It has no stack trace: it is an answer, not a fault. Instances do not change; {@code with…} gives a copy.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final @Nullable String detail;
    private final transient Map<String, String> headers;
    private final transient List<FieldError> errors;
    private final @Nullable String traceId;
    private final transient Map<String, Object> members;

    /** A problem with a code of the caller's own, without wrong fields. */
    public ProblemException(
            int status, String code, String title, @Nullable String detail, Map<String, String> headers) {
        this(status, code, title, detail, headers, List.of(), null, Map.of());
    }

    private ProblemException(
            int status,
            String code,
            String title,
            @Nullable String detail,
            Map<String, String> headers,
            List<FieldError> errors,
            @Nullable String traceId,
            Map<String, Object> members) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.headers = Map.copyOf(headers);
        this.errors = List.copyOf(errors);
        this.traceId = traceId;
        this.members = Map.copyOf(members);
    }

    /** A problem with one of the general codes; a 503 or 429 carries {@code Retry-After: 1} unless changed. */
    public static ProblemException of(ProblemCode code, @Nullable String detail) {
        boolean retry = code.status() == 503 || code.status() == 429;
        return new ProblemException(
                code.status(), code.name(), code.title(), detail, retry ? Map.of("Retry-After", "1") : Map.of());
    }

    /** A rejection of the business: 404, 409 or 402 by its kind. */
    public static ProblemException of(RejectionCode code, @Nullable String detail) {
        return new ProblemException(code.kind().status(), code.name(), code.title(), detail, Map.of());
    }

    /** {@code INVALID_REQUEST} because of one field or parameter. */
    public static ProblemException invalid(String field, FieldError.Code code, String message) {
        return invalid(List.of(new FieldError(field, message, code)));
    }

    /** {@code INVALID_REQUEST} because of these fields or parameters. */
    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().field() + ": " + errors.getFirst().message()
                : errors.size() + " fields are invalid";
        ProblemCode invalid = ProblemCode.INVALID_REQUEST;
        return new ProblemException(
                invalid.status(), invalid.name(), invalid.title(), detail, Map.of(), errors, null, Map.of());
    }

    /** The same with one more response header. */
    public ProblemException withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ProblemException(status, code, title, detail, more, errors, traceId, members);
    }

    /** The same with the trace id of the request that it first answered, for a replayed answer. */
    public ProblemException withTraceId(String firstTraceId) {
        return new ProblemException(status, code, title, detail, headers, errors, firstTraceId, members);
    }

    /** The same with one more member of the body, by which a program knows what it is about. */
    public ProblemException withMember(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new ProblemException(status, code, title, detail, headers, errors, traceId, more);
    }

    public int status() {
        return status;
    }

    /** The published code. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** What is wrong this time, for a person, or null when the title says it all. */
    public @Nullable String detail() {
        return detail;
    }

    /** Response headers that come with it. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The wrong fields, or none. */
    public List<FieldError> errors() {
        return errors;
    }

    /** The trace id to answer with, or null for that of the current request. */
    public @Nullable String traceId() {
        return traceId;
    }

    /** Members of the body beside those of every problem, by their names. */
    public Map<String, Object> members() {
        return members;
    }
}
