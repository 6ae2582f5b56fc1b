package io.firstcome.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of every answer that is not a success (RFC 9457).
 *
 * @param type {@code urn:firstcome:problem:} and the code in lower case with hyphens; the same for every occurrence
 * @param title one short sentence, the same for every occurrence
 * @param status the HTTP status
 * @param detail what is wrong this time, or null
 * @param instance the path of the request, or null when it could not be read
 * @param code the published constant
 * @param traceId by which the request is found in the logs
 * @param errors the wrong fields, or null
 * @param members what some codes tell beside, such as the {@code seats} that are taken
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "traceId", "errors"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        String code,
        String traceId,
        @Nullable List<FieldError> errors,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:firstcome:problem:";

    /** The body for {@code thrown}, whose own trace id goes before {@code traceId}. */
    public static Problem of(ProblemException thrown, @Nullable String instance, String traceId) {
        String first = thrown.traceId();
        return new Problem(
                typeOf(thrown.code()),
                thrown.title(),
                thrown.status(),
                thrown.detail(),
                instance,
                thrown.code(),
                first != null ? first : traceId,
                thrown.errors().isEmpty() ? null : thrown.errors(),
                thrown.members());
    }

    /** The stable URI of a code. */
    public static String typeOf(String code) {
        return TYPE_PREFIX + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
