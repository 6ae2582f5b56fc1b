package io.firstcome.web.login;

import io.firstcome.web.security.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may log in. With a bean of it, and a shared secret, there is {@code POST /api/v1/auth/token}. */
public interface UserDirectory {

    /** The user of this name, or null when there is none. */
    @Nullable
    KnownUser find(String username);

    /**
     * A user who may log in.
     *
     * @param userId the subject of their tokens
     * @param passwordHash made by {@link Passwords#hash}
     * @param roles what they may do
     * @param tier their tier, or null
     */
    record KnownUser(
            String userId,
            String passwordHash,
            Set<Role> roles,
            @Nullable String tier) {

        public KnownUser {
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "KnownUser[" + userId + "]";
        }
    }
}
