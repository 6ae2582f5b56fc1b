package io.firstcome.web.problem;

import org.jspecify.annotations.Nullable;

/**
 * Says how exceptions of one technology are answered; each module gives a bean for those that only it knows.
 *
 * <p>The first mapper that answers wins, in bean order, before the mappings of this module. An exception that nobody
 * maps becomes {@code INTERNAL_ERROR} and is logged.
 */
@FunctionalInterface
public interface ProblemMapper {

    /** The answer for {@code exception}, or null when it is none of this mapper's. */
    @Nullable
    ProblemException map(Throwable exception);
}
