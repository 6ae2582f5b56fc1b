package io.firstcome.web.problem;

import java.util.Map;

/** Problems for a bare HTTP status, where nothing else is known. */
final class StatusProblems {

    private StatusProblems() {}

    /** The general problem of this status; a status that no code has keeps its number. */
    static ProblemException of(int status) {
        ProblemCode code =
                switch (status) {
                    case 400 -> ProblemCode.MALFORMED_REQUEST;
                    case 401 -> ProblemCode.UNAUTHENTICATED;
                    case 403 -> ProblemCode.FORBIDDEN;
                    case 404 -> ProblemCode.NOT_FOUND;
                    case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
                    case 406 -> ProblemCode.NOT_ACCEPTABLE;
                    case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
                    case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
                    case 429 -> ProblemCode.TOO_MANY_REQUESTS;
                    case 503 -> ProblemCode.UNAVAILABLE;
                    // 414, 431, 501 (an unknown transfer coding), 505 …: the request is not HTTP as we speak it.
                    case 501, 505 -> ProblemCode.MALFORMED_REQUEST;
                    default -> status < 500 ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL_ERROR;
                };
        ProblemException general = ProblemException.of(code, null);
        return code.status() == status
                ? general
                : new ProblemException(status, code.name(), code.title(), null, Map.of());
    }
}
