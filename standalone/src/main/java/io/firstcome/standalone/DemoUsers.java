package io.firstcome.standalone;

import io.firstcome.web.login.UserDirectory;
import io.firstcome.web.security.Role;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may log in to the one-process run: the customers 1 to 100 with the password {@code password}, and
 * {@code operator}, {@code auditor} and {@code admin}, whose names are their passwords.
 *
 * <p>The hashes are constants at BCrypt's least cost: there is nothing to protect, and no start should wait for them.
 */
final class DemoUsers implements UserDirectory {
    private static final Pattern CUSTOMER = Pattern.compile("[1-9][0-9]?|100");
    private static final String CUSTOMERS_HASH = "$2a$04$da5c4NHmDqo6g.Im4MG/uez2TRmCYqj6DOtKF8nQsAGxPMXr0H5my";
    private static final Map<String, KnownUser> STAFF = Map.of(
            "operator",
                    staff("operator", Role.OPERATOR, "$2a$04$MLUmMPuQ2TpZzKVzzGi9QO9QWuVLezajvRsbflmaf/B8hiWgZvbDe"),
            "auditor", staff("auditor", Role.AUDITOR, "$2a$04$NtydyCoazDxSY5s/Pk75yeA93kMa/0gomwTdl1RXYRsFUMGqWRv/a"),
            "admin", staff("admin", Role.ADMIN, "$2a$04$Pl01Fqm.obmVKvn8FHxklOfY1hEc5h1T3EEeMW0W0gu0QxOLLJVO."));

    @Override
    public @Nullable KnownUser find(String username) {
        if (CUSTOMER.matcher(username).matches()) {
            return new KnownUser(username, CUSTOMERS_HASH, Set.of(Role.CUSTOMER), null);
        }
        return STAFF.get(username);
    }

    private static KnownUser staff(String name, Role role, String hash) {
        return new KnownUser(name, hash, Set.of(role), null);
    }
}
