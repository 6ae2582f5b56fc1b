package io.firstcome.web.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who may try a password now. Nobody can lock out anybody else: what is refused is a name from one address, and only by the failures
 * of that name from that address. All that more addresses or more names can do is to have those who are not known wait in line.
 *
 * <p>A device on which the user has logged in before is known by its cookie and judged by its own failures alone; it is never
 * refused, only slowed ("device cookies", as OWASP describes them).
 */
final class LoginThrottle {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** What becomes of an attempt. */
    enum Verdict {
        FREE,
        /** It waits in single file with all others of its kind. */
        SLOW,
        REFUSED
    }

    /**
     * Somebody who tries.
     *
     * @param address as {@link ClientAddresses} has it
     * @param device the known device of this user, or null
     */
    record Attempt(
            String username, String address, @Nullable String device) {

        private String nameAndAddress() {
            return address + " " + username;
        }
    }

    private final Failures byNameAndAddress;
    private final Failures byName;
    private final Failures byAddress;
    private final Failures byDevice;

    /**
     * @param perUser failures a minute of one name from one address, or from one known device
     * @param together failures a minute of one name from all addresses, or of all names from one address
     */
    LoginThrottle(int perUser, int together) {
        byNameAndAddress = new Failures(perUser);
        byDevice = new Failures(perUser);
        byName = new Failures(together);
        byAddress = new Failures(together);
    }

    Verdict of(Attempt attempt) {
        if (attempt.device() != null) {
            return byDevice.areTooMany(attempt.device()) ? Verdict.SLOW : Verdict.FREE;
        }
        if (byNameAndAddress.areTooMany(attempt.nameAndAddress())) {
            return Verdict.REFUSED;
        }
        return byName.areTooMany(attempt.username()) || byAddress.areTooMany(attempt.address())
                ? Verdict.SLOW
                : Verdict.FREE;
    }

    /** The password was wrong, or there is no such user. */
    void failed(Attempt attempt) {
        if (attempt.device() != null) {
            byDevice.count(attempt.device());
            return;
        }
        byNameAndAddress.count(attempt.nameAndAddress());
        byName.count(attempt.username());
        byAddress.count(attempt.address());
    }

    /**
     * Failures by key, within a minute.
     *
     * <p>Only failures count, so a crowd with the right passwords passes. It holds at most some thousand keys and forgets the least used
     * first, so it can't be made to fill the memory. It protects and decides nothing: when its memory is lost, as by a restart, a guesser
     * has the failures of one more minute.
     */
    static final class Failures {

        static final int MAX_KEYS = 10_000;

        private final int most;
        private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterWrite(WINDOW)
                .build();

        Failures(int most) {
            this.most = most;
        }

        boolean areTooMany(String key) {
            AtomicInteger count = counts.getIfPresent(key);
            return count != null && count.get() >= most;
        }

        /** Counts a failure; the minute begins with the first. */
        void count(String key) {
            counts.asMap().computeIfAbsent(key, ignored -> new AtomicInteger()).incrementAndGet();
        }

        /** How many keys it holds. */
        long size() {
            counts.cleanUp();
            return counts.estimatedSize();
        }
    }
}
