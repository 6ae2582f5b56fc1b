package io.firstcome.web.openapi;

import io.firstcome.contract.RejectionCode;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.page.Limit;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.EndpointAccess;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Which problems an endpoint may answer with: those of its signature and those that its annotations name. */
final class AnswerCatalogue {

    private AnswerCatalogue() {}

    /** One example of each, in the order of their statuses. */
    static List<ProblemException> of(HandlerMethod handler) {
        List<ProblemException> answers = new ArrayList<>();
        MethodParameter[] parameters = handler.getMethodParameters();
        add(
                answers,
                ProblemCode.MALFORMED_REQUEST,
                has(parameters, RequestBody.class)
                        ? "The body is not valid JSON: line 1, column 15."
                        : "The URL or a header has characters that are refused.");
        if (handler.hasMethodAnnotation(PostMapping.class) || handler.hasMethodAnnotation(PatchMapping.class)) {
            add(answers, ProblemCode.PAYLOAD_TOO_LARGE, "A body may have 65536 bytes at most.");
            add(answers, ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.");
        }
        FieldError wrong = wrongInput(parameters);
        if (wrong != null) {
            answers.add(ProblemException.invalid(List.of(wrong)));
        }
        if (takes(parameters, IdempotentRequest.class)) {
            add(answers, ProblemCode.INVALID_IDEMPOTENCY_KEY, "A key has 1 to 255 characters.");
            add(answers, ProblemCode.IDEMPOTENCY_KEY_IN_USE, null);
            add(answers, ProblemCode.IDEMPOTENCY_KEY_REUSED, null);
        }
        if (EndpointAccess.needsToken(handler)) {
            add(answers, ProblemCode.UNAUTHENTICATED, "The access token is not valid, or has expired.");
            add(answers, ProblemCode.FORBIDDEN, "You may act for yourself only.");
        }
        add(answers, ProblemCode.NOT_ACCEPTABLE, "Available: application/json.");
        add(answers, ProblemCode.INTERNAL_ERROR, null);
        add(answers, ProblemCode.UNAVAILABLE, "Something that is needed is down or busy. Ask again.");
        addDeclared(answers, handler);
        answers.sort(Comparator.comparingInt(ProblemException::status));
        return answers;
    }

    private static void addDeclared(List<ProblemException> answers, HandlerMethod handler) {
        AlsoAnswers also = handler.getMethodAnnotation(AlsoAnswers.class);
        if (also != null) {
            for (ProblemCode code : also.value()) {
                add(answers, code, null);
            }
        }
        for (Rejects rejects :
                AnnotatedElementUtils.getMergedRepeatableAnnotations(handler.getMethod(), Rejects.class)) {
            for (String name : rejects.codes()) {
                answers.add(ProblemException.of(rejection(rejects.type(), name), null));
            }
        }
    }

    private static RejectionCode rejection(Class<? extends RejectionCode> type, String name) {
        RejectionCode[] codes = type.getEnumConstants();
        return Arrays.stream(codes == null ? new RejectionCode[0] : codes)
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no " + name));
    }

    /** An example of a field or parameter that may be wrong, or null when there is nothing to be wrong. */
    private static @Nullable FieldError wrongInput(MethodParameter[] parameters) {
        for (MethodParameter parameter : parameters) {
            RecordComponent[] fields = parameter.getParameterType().getRecordComponents();
            if (parameter.hasParameterAnnotation(RequestBody.class) && fields != null && fields.length > 0) {
                return new FieldError(fields[0].getName(), "is required", FieldError.Code.REQUIRED);
            }
        }
        for (MethodParameter parameter : parameters) {
            String name = parameter.getParameter().getName();
            if (parameter.hasParameterAnnotation(OpaqueId.class)) {
                return new FieldError(name, OpaqueId.MESSAGE, FieldError.Code.INVALID_FORMAT);
            }
            if (parameter.getParameterType() == Limit.class) {
                return new FieldError("limit", "must be a number from 1 to 100", FieldError.Code.OUT_OF_RANGE);
            }
            if (parameter.hasParameterAnnotation(PathVariable.class)
                    || parameter.hasParameterAnnotation(RequestParam.class)) {
                return new FieldError(name, "is invalid", FieldError.Code.INVALID_VALUE);
            }
        }
        return null;
    }

    private static void add(List<ProblemException> answers, ProblemCode code, @Nullable String detail) {
        answers.add(ProblemException.of(code, detail));
    }

    private static boolean has(MethodParameter[] parameters, Class<? extends Annotation> annotation) {
        return Arrays.stream(parameters).anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }

    private static boolean takes(MethodParameter[] parameters, Class<?> type) {
        return Arrays.stream(parameters).anyMatch(parameter -> parameter.getParameterType() == type);
    }
}
