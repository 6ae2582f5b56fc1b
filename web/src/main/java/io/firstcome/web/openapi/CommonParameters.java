package io.firstcome.web.openapi;

import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.LimitRange;
import io.firstcome.web.security.AdmissionHeader;
import io.firstcome.web.security.Caller;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Describes what our own argument resolvers read: identifiers, the idempotency key, the admission, limit and cursor. */
final class CommonParameters implements OperationCustomizer, ParameterCustomizer {

    CommonParameters() {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, IdempotentRequest.class, AdmissionHeader.class, Limit.class, Cursor.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            if (type == IdempotentRequest.class) {
                operation.addParametersItem(idempotencyKey());
            } else if (type == AdmissionHeader.class) {
                operation.addParametersItem(admission());
            } else if (type == Limit.class) {
                operation.addParametersItem(limit(parameter.getParameterAnnotation(LimitRange.class)));
            } else if (type == Cursor.class) {
                operation.addParametersItem(cursor());
            }
        }
        return operation;
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .description("Makes the request repeatable: the same key and body within 24 hours is answered the same,"
                        + " with `Idempotency-Replayed: true`, and done once. Keys are per user. For example a UUID.")
                // No example: Swagger UI would send it with every call, and the second one would be refused.
                .schema(new StringSchema().minLength(1).maxLength(255).pattern("^[!-~](?:[ -~]*[!-~])?$"));
    }

    private static Parameter admission() {
        return new Parameter()
                .in("header")
                .name(AdmissionHeader.NAME)
                .description(
                        "The admission of the waiting room that stands in front of what is asked for: `admission` of"
                                + " the caller's place. Needed only when there is such a room.")
                // No example: an admission is signed, so one of a document is never valid.
                .schema(new StringSchema().maxLength(AdmissionHeader.MAX_LENGTH));
    }

    private static Parameter limit(@org.jspecify.annotations.Nullable LimitRange range) {
        int standard = range == null ? Limit.DEFAULT : range.standard();
        int max = range == null ? Limit.MAX : range.max();
        Schema<?> schema = new IntegerSchema()._default(standard);
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(max));
        schema.setExample(standard);
        return new Parameter()
                .in("query")
                .name("limit")
                .description("How many items at most.")
                .schema(schema);
    }

    private static Parameter cursor() {
        return new Parameter()
                .in("query")
                .name("cursor")
                .description("The `nextCursor` of the piece before; absent for the first.")
                .schema(new StringSchema()
                        .maxLength(Cursor.MAX_LENGTH)
                        .pattern("^[A-Za-z0-9_-]+$")
                        .example("MTAw"));
    }

    @Override
    public Parameter customize(Parameter parameter, MethodParameter method) {
        if (parameter != null && method.hasParameterAnnotation(OpaqueId.class)) {
            parameter.setSchema(new StringSchema().pattern(OpaqueId.PATTERN).example("1"));
            if (parameter.getDescription() == null) {
                parameter.setDescription("An identifier: 1 to 64 characters of A-Z a-z 0-9 . _ ~ -");
            }
        }
        return parameter;
    }
}
