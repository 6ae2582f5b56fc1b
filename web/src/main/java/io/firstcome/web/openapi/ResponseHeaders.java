package io.firstcome.web.openapi;

import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.trace.TraceId;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds the headers that an operation's answers have, by their statuses and by the signature of the method. */
final class ResponseHeaders implements OperationCustomizer, Ordered {

    private static final int NOT_MODIFIED = 304;

    @Override
    public int getOrder() {
        // The answers must be known.
        return LOWEST_PRECEDENCE;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean repeatable = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == IdempotentRequest.class);
        boolean versioned =
                ResponseEntity.class.isAssignableFrom(handler.getReturnType().getParameterType());
        if (versioned && handler.hasMethodAnnotation(GetMapping.class)) {
            operation.addParametersItem(ifNoneMatch());
            operation
                    .getResponses()
                    .addApiResponse(
                            Integer.toString(NOT_MODIFIED),
                            new ApiResponse().description("It is still that of If-None-Match"));
        }
        for (Map.Entry<String, ApiResponse> entry : operation.getResponses().entrySet()) {
            complete(Integer.parseInt(entry.getKey()), entry.getValue(), versioned, repeatable);
        }
        return operation;
    }

    private static void complete(int status, ApiResponse response, boolean versioned, boolean repeatable) {
        response.addHeaderObject(
                TraceId.RESPONSE_HEADER, always("By which the request is found in the logs.", traceId()));
        if (versioned && status < 400) {
            response.addHeaderObject(
                    HttpHeaders.ETAG,
                    sometimes("The version, in quotes, of what has one.", new StringSchema().example("\"7\"")));
        }
        if (repeatable && status < 500) {
            response.addHeaderObject(
                    "Idempotency-Replayed",
                    sometimes(
                            "Present when this is the answer to an earlier request with the same key.",
                            new StringSchema()._enum(List.of("true"))));
        }
        if (status == 401) {
            response.addHeaderObject(
                    HttpHeaders.WWW_AUTHENTICATE, always("The scheme to authenticate with.", new StringSchema()));
        }
        if (status == 403) {
            response.addHeaderObject(
                    HttpHeaders.WWW_AUTHENTICATE,
                    sometimes("Present when another role would be let in.", new StringSchema()));
        }
        if (status == 429 || status == 503) {
            Schema<?> seconds = new IntegerSchema();
            seconds.setMinimum(BigDecimal.ONE);
            response.addHeaderObject(HttpHeaders.RETRY_AFTER, always("Seconds to wait before asking again.", seconds));
        }
    }

    private static Schema<?> traceId() {
        return new StringSchema().pattern("^[0-9a-f]{32}$");
    }

    private static Parameter ifNoneMatch() {
        return new Parameter()
                .in("header")
                .name(HttpHeaders.IF_NONE_MATCH)
                .description("The ETag of an answer that the caller has; when that still holds, the answer is 304.")
                .schema(new StringSchema());
    }

    private static Header always(String description, Schema<?> schema) {
        return sometimes(description, schema).required(true);
    }

    private static Header sometimes(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }
}
