package io.firstcome.web.login;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Hashes passwords and compares with hashes, by BCrypt.
 *
 * <p>A comparison takes tens of milliseconds of a core by design. So only half of the cores compare at a time, and a crowd
 * that logs in waits in line instead of taking the cores from those who buy.
 */
public final class Passwords {

    private static final int STRENGTH = 10;
    private static final long MAX_WAIT_SECONDS = 20;

    /** Of a password that nobody has; an unknown user costs as much time as a known one. */
    private static final String NOBODYS_HASH = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);
    private final Semaphore cores =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    Passwords() {}

    /** The hash to store of a password of at most 72 bytes. */
    public static String hash(String password) {
        return String.valueOf(new BCryptPasswordEncoder(STRENGTH).encode(password));
    }

    /**
     * Tells whether the password belongs to the hash, which is null for an unknown user.
     *
     * @param before runs when it is this comparison's turn, and may still refuse it
     */
    boolean matches(String password, @Nullable String hash, Runnable before) {
        return inTurn(() -> {
            before.run();
            boolean same = encoder.matches(password, hash == null ? NOBODYS_HASH : hash);
            return same && hash != null;
        });
    }

    private boolean inTurn(Supplier<Boolean> comparison) {
        try {
            if (!cores.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw ProblemException.of(ProblemCode.UNAVAILABLE, "Too many are logging in. Ask again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.UNAVAILABLE, "The server is shutting down.");
        }
        try {
            return comparison.get();
        } finally {
            cores.release();
        }
    }
}
