package io.firstcome.web.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Marks a field of a body that may be left out but not be {@code null}.
 *
 * <p>For fields that limit what a request does: a client that could not work the limit out writes {@code null}, and must not get what is
 * done without a limit.
 */
@Documented
@JacksonAnnotationsInside
@JsonDeserialize(using = NotExplicitNullReader.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotExplicitNull {}
