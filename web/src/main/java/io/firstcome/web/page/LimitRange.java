package io.firstcome.web.page;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Other numbers for one endpoint's {@link Limit} parameter. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface LimitRange {

    int standard() default Limit.DEFAULT;

    int max() default Limit.MAX;
}
