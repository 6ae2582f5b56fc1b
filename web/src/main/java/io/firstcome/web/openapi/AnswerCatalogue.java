package io.firstcome.web.openapi;

import io.firstcome.contract.RefusalCode;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.EndpointAccess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
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
        boolean body = has(parameters, RequestBody.class);
        if (body) {
            add(answers, ProblemCode.MALFORMED_REQUEST, "The body is not valid JSON: line 1, column 15.");
            add(answers, ProblemCode.PAYLOAD_TOO_LARGE, "A body may have 65536 bytes at most.");
            add(answers, ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8.");
        }
        if (body || has(parameters, PathVariable.class) || has(parameters, RequestParam.class)) {
            answers.add(invalid(body ? "quantity" : "id"));
        } else if (takes(parameters, Limit.class) || takes(parameters, Cursor.class)) {
            answers.add(invalid("limit"));
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
        answers.sort(java.util.Comparator.comparingInt(ProblemException::status));
        return answers;
    }

    private static void addDeclared(List<ProblemException> answers, HandlerMethod handler) {
        AlsoAnswers also = handler.getMethodAnnotation(AlsoAnswers.class);
        if (also != null) {
            for (ProblemCode code : also.value()) {
                add(answers, code, null);
            }
        }
        for (Refuses refuses :
                AnnotatedElementUtils.getMergedRepeatableAnnotations(handler.getMethod(), Refuses.class)) {
            for (String name : refuses.codes()) {
                answers.add(ProblemException.of(refusal(refuses.type(), name), null));
            }
        }
    }

    private static RefusalCode refusal(Class<? extends RefusalCode> type, String name) {
        RefusalCode[] codes = type.getEnumConstants();
        return Arrays.stream(codes == null ? new RefusalCode[0] : codes)
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no " + name));
    }

    private static ProblemException invalid(String field) {
        return ProblemException.invalid(field, FieldError.Code.OUT_OF_RANGE, "must be greater than or equal to 1");
    }

    private static void add(
            List<ProblemException> answers, ProblemCode code, @org.jspecify.annotations.Nullable String detail) {
        answers.add(ProblemException.of(code, detail));
    }

    private static boolean has(
            MethodParameter[] parameters, Class<? extends java.lang.annotation.Annotation> annotation) {
        return Arrays.stream(parameters).anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }

    private static boolean takes(MethodParameter[] parameters, Class<?> type) {
        return Arrays.stream(parameters).anyMatch(parameter -> parameter.getParameterType() == type);
    }
}
