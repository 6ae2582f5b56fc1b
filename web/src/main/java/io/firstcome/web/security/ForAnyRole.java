package io.firstcome.web.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For everyone with a token that carries a role. */
@Documented
@Access({Role.CUSTOMER, Role.OPERATOR, Role.AUDITOR, Role.ADMIN})
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForAnyRole {}
