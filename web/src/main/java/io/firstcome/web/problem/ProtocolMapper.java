package io.firstcome.web.problem;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The framework's rejections of a request as HTTP: path, method, media types. */
final class ProtocolMapper implements ProblemMapper {

    private static final Pattern SERVER_CLASS = Pattern.compile("org\\.apache\\.(coyote|tomcat|catalina)\\.");

    @Override
    public @Nullable ProblemException map(Throwable thrown) {
        return switch (thrown) {
            case NoResourceFoundException ignored ->
                ProblemException.of(ProblemCode.NOT_FOUND, "There is nothing here.");
            case NoHandlerFoundException ignored ->
                ProblemException.of(ProblemCode.NOT_FOUND, "There is nothing here.");
            case RequestRejectedException ignored ->
                ProblemException.of(
                        ProblemCode.MALFORMED_REQUEST, "The URL or a header has characters that are refused.");
            // Of the query: more parameters than the server reads, one without a name, or one that cannot be decoded.
            case InvalidParameterException e -> StatusProblems.of(e.getErrorCode());
            case HttpRequestMethodNotSupportedException e ->
                ProblemException.of(ProblemCode.METHOD_NOT_ALLOWED, "There is no " + e.getMethod() + " here.")
                        .withHeader(HttpHeaders.ALLOW, allowed(e));
            case HttpMediaTypeNotSupportedException e ->
                withHeaders(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.", e.getHeaders());
            case HttpMediaTypeNotAcceptableException e ->
                ProblemException.of(
                        ProblemCode.NOT_ACCEPTABLE, "Available: " + names(e.getSupportedMediaTypes()) + ".");
            // The actuator reads the header by itself.
            case InvalidMimeTypeException ignored ->
                ProblemException.of(ProblemCode.NOT_ACCEPTABLE, "Accept is not a list of media types.");
            case IOException e ->
                isOfTheServer(e)
                        ? ProblemException.of(ProblemCode.MALFORMED_REQUEST, "The body did not arrive whole.")
                        : null;
            case ErrorResponse e -> withHeaders(e.getStatusCode().value(), e.getHeaders());
            default -> null;
        };
    }

    /** What a path has: also HEAD where it has GET, and OPTIONS, which nobody writes down. */
    private static String allowed(HttpRequestMethodNotSupportedException thrown) {
        Set<String> methods = new TreeSet<>(Set.of(HttpMethod.OPTIONS.name()));
        String[] written = thrown.getSupportedMethods();
        methods.addAll(List.of(written == null ? new String[0] : written));
        if (methods.contains(HttpMethod.GET.name())) {
            methods.add(HttpMethod.HEAD.name());
        }
        return String.join(", ", methods);
    }

    /** The server's own reading of the body failed: broken chunks, a connection that ends, a client that is too slow. */
    private static boolean isOfTheServer(IOException thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0 && SERVER_CLASS.matcher(trace[0].getClassName()).lookingAt();
    }

    /** An exception of the framework that has a status of its own; one that says it is our fault is not an answer. */
    private static @Nullable ProblemException withHeaders(int status, HttpHeaders headers) {
        if (status == 500) {
            return null;
        }
        ProblemException general = StatusProblems.of(status);
        return new ProblemException(status, general.code(), general.title(), null, copy(headers));
    }

    private static ProblemException withHeaders(ProblemCode code, String detail, HttpHeaders headers) {
        return new ProblemException(code.status(), code.name(), code.title(), detail, copy(headers));
    }

    private static Map<String, String> copy(HttpHeaders headers) {
        return headers.headerSet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join(", ", e.getValue())));
    }

    private static String names(List<MediaType> types) {
        return types.isEmpty()
                ? MediaType.APPLICATION_JSON_VALUE
                : types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
    }
}
