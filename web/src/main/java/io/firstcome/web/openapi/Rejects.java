package io.firstcome.web.openapi;

import io.firstcome.contract.RejectionCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the rejections of the business that an endpoint may answer with, for the OpenAPI document.
 *
 * <p>The status of each follows from its kind. A name that the enum does not have stops the start.
 */
@Documented
@Repeatable(Rejects.All.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rejects {

    /** The enum that the codes belong to. */
    Class<? extends RejectionCode> type();

    /** Names of its constants. */
    String[] codes();

    /** Holds several of them. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Rejects[] value();
    }
}
