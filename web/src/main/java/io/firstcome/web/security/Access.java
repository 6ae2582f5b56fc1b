package io.firstcome.web.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles of which a caller needs one. Controllers use the annotations that carry it: {@link ForCustomer} and so on.
 *
 * <p>Every controller method needs exactly one of them, on itself or on its class; without one the application does not
 * start.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** One of these is enough; none means that no token is needed. */
    Role[] value();
}
