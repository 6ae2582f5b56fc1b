package io.firstcome.web.security;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as their token says. A controller takes it as a parameter; on a public endpoint, as a nullable one.
 *
 * @param userId the user's id, valid by the rule for identifiers
 * @param roles the roles granted, together with those that they include
 * @param tier the user's tier, or null when the token names none
 */
public record Caller(
        String userId, Set<Role> roles, @Nullable String tier) {

    public Caller {
        roles = Set.copyOf(Role.withIncluded(roles));
    }

    /** Who sent a request, or null when it has no valid token. */
    public static @Nullable Caller of(HttpServletRequest request) {
        return TokenFilter.callerOf(request);
    }

    /**
     * Who sent a request.
     *
     * @throws ProblemException {@code UNAUTHENTICATED} when it has no valid token
     */
    public static Caller required(HttpServletRequest request) {
        Caller caller = of(request);
        if (caller == null) {
            throw missing();
        }
        return caller;
    }

    static ProblemException missing() {
        return ProblemException.of(ProblemCode.UNAUTHENTICATED, "Send Authorization: Bearer and an access token.");
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Tells whether the caller is this user, or may act for others. */
    public boolean isSelfOrOperator(String otherUserId) {
        return userId.equals(otherUserId) || has(Role.OPERATOR);
    }

    /**
     * Passes when the caller is this user, or may act for others.
     *
     * @throws ProblemException {@code FORBIDDEN} otherwise
     */
    public void requireSelfOrOperator(String otherUserId) {
        if (!isSelfOrOperator(otherUserId)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN, "You may act for yourself only.");
        }
    }
}
