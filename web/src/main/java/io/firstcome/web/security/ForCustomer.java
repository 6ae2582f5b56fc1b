package io.firstcome.web.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For customers, each for themself, and for operators, who may act for others: {@link Caller#requireSelfOrOperator}. */
@Documented
@Access({Role.CUSTOMER, Role.OPERATOR})
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForCustomer {}
