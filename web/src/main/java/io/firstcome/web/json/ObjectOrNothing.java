package io.firstcome.web.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Marks a field of type {@code Map<String, Object>} in the body of somebody who may send anything there: what is no object is read as
 * {@code null}, and not refused.
 */
@Documented
@JacksonAnnotationsInside
@JsonDeserialize(using = ObjectOrNothingReader.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface ObjectOrNothing {}
