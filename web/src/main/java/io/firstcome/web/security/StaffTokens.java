package io.firstcome.web.security;

import io.firstcome.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a token of those who run the sale from that of a buyer, at little cost for a buyer's.
 *
 * <p>What the token says of itself is looked at first; only one that claims a role of the staff is verified.
 */
public final class StaffTokens {

    private static final Set<Role> STAFF = EnumSet.of(Role.OPERATOR, Role.AUDITOR, Role.ADMIN);

    private final TokenVerifier verifier;

    StaffTokens(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /** Whether {@code authorization}, the header's value, has a valid token of an operator, an auditor or an admin. */
    public boolean isStaff(@Nullable String authorization) {
        String token = TokenFilter.tokenIn(authorization);
        if (token == null || !claimsToBe(token)) {
            return false;
        }
        try {
            Caller caller = verifier.verify(token);
            return STAFF.stream().anyMatch(caller::has);
        } catch (ProblemException e) {
            return false;
        }
    }

    private static boolean claimsToBe(String token) {
        int begin = token.indexOf('.') + 1;
        int end = token.indexOf('.', begin);
        if (begin == 0 || end < 0) {
            return false;
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.substring(begin, end));
            String text = new String(claims, StandardCharsets.ISO_8859_1);
            return STAFF.stream().anyMatch(role -> text.contains(role.name()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
