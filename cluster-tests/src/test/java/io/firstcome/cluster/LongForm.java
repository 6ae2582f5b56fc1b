package io.firstcome.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A drill that is run by {@code -Dfirstcome.drills=all} only, since all of them take more than five minutes. */
@EnabledIfSystemProperty(named = "firstcome.drills", matches = "all", disabledReason = "Run by -Dfirstcome.drills=all")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface LongForm {}
