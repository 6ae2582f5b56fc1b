package io.firstcome.query.querying;

import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** Where a misspelt filter would show too much, what is not known is refused. */
public final class KnownParameters {

    private KnownParameters() {}

    /** Refuses with {@code INVALID_REQUEST} when the request has a parameter that is none of {@code names}. */
    public static void require(HttpServletRequest request, Set<String> names) {
        List<FieldError> unknown = request.getParameterMap().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> new FieldError(name, "is not a parameter of this path", FieldError.Code.UNKNOWN_FIELD))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(unknown);
        }
    }
}
