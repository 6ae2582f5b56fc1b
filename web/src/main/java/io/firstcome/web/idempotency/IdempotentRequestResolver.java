package io.firstcome.web.idempotency;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the {@link IdempotentRequest} that it takes as a parameter. */
final class IdempotentRequestResolver implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";
    private static final int MAX_LENGTH = 255;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotentRequest.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        RepeatableRequest request = webRequest.getNativeRequest(RepeatableRequest.class);
        if (request == null) {
            return null;
        }
        String key = validKey(Collections.list(request.getHeaders(HEADER)));
        return new IdempotentRequest(key, fingerprint(request.getMethod(), request.getRequestURI(), request.body()));
    }

    private static String validKey(List<String> values) {
        if (values.size() != 1) {
            throw invalid("There must be one key.");
        }
        String key = values.getFirst().strip();
        if (key.isEmpty() || key.length() > MAX_LENGTH) {
            throw invalid("A key has 1 to " + MAX_LENGTH + " characters.");
        }
        if (!key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw invalid("A key has printable ASCII characters only.");
        }
        return key;
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemCode.INVALID_IDEMPOTENCY_KEY, detail);
    }

    static byte[] fingerprint(String method, String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + ' ' + path + '\n').getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
