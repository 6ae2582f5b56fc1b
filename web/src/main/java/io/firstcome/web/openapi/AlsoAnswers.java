package io.firstcome.web.openapi;

import io.firstcome.web.problem.ProblemCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists general codes that an endpoint may answer with beyond those that follow from its signature.
 *
 * <p>From the signature follow: 401 and 403 with a role, 413 and 415 for a POST or a PATCH, 409 and 422 with an
 * {@code IdempotentRequest}; and for every endpoint 400, 406, 500 and 503 {@code UNAVAILABLE}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AlsoAnswers {

    ProblemCode[] value();
}
