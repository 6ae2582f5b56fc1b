package io.firstcome.benchmarks.load;

import io.firstcome.web.security.Role;
import io.firstcome.web.security.SecuritySettings;
import io.firstcome.web.security.TokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Access tokens for a day, signed with the secret of the one-process run. */
public final class Tokens {

    static final TokenIssuer ISSUER =
            new TokenIssuer(SecuritySettings.STANDALONE_SECRET, Clock.systemUTC(), Duration.ofHours(23));

    public static final String OPERATOR = ISSUER.issue("operator", List.of(Role.OPERATOR), null);
    public static final String AUDITOR = ISSUER.issue("auditor", List.of(Role.AUDITOR), null);

    private Tokens() {}

    /** A token of a customer. */
    public static String customer(String userId) {
        return ISSUER.issue(userId, List.of(Role.CUSTOMER), null);
    }
}
