package io.firstcome.web.login;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Hashes passwords and compares with hashes, by BCrypt.
 *
 * <p>A comparison takes tens of milliseconds of a core by design. So only half of the cores compare at a time, and a crowd
 * that logs in waits in line instead of taking the cores from those who buy. Attempts that are to be slow go there in single file, so
 * that all of them together take one place in that line.
 */
public final class Passwords {

    private static final int STRENGTH = 10;
    private static final long MAX_WAIT_SECONDS = 20;

    /** How many wait in single file at most; with the pause after each they have their turn before {@link #MAX_WAIT_SECONDS}. */
    private static final int SINGLE_FILE = 32;

    /**
     * How many wait for one core at most: they have their turn within a few seconds. More are told so at once, since whoever waits here
     * takes the place of a command that could be carried out.
     */
    private static final int IN_LINE_FOR_A_CORE = 32;

    static final int CORES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    static final int MOST_IN_LINE = CORES * IN_LINE_FOR_A_CORE;

    /** How long a wrong password in single file keeps the next one waiting. */
    private static final long PAUSE_NANOS = 200_000_000;

    /** Of a password that nobody has; an unknown user costs as much time as a known one. */
    private static final String NOBODYS_HASH = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);
    private final Semaphore cores = new Semaphore(CORES, true);
    private final AtomicInteger inLine = new AtomicInteger();
    private final Semaphore singleFile = new Semaphore(1, true);
    private final AtomicInteger inSingleFile = new AtomicInteger();

    private final int mostInSingleFile;

    Passwords() {
        this(SINGLE_FILE);
    }

    Passwords(int mostInSingleFile) {
        this.mostInSingleFile = mostInSingleFile;
    }

    /** The hash to store of a password of at most 72 bytes. */
    public static String hash(String password) {
        return String.valueOf(new BCryptPasswordEncoder(STRENGTH).encode(password));
    }

    /**
     * Tells whether the password belongs to the hash, which is null for an unknown user.
     *
     * @param isSlow whether it goes in single file
     * @param before runs when it is this comparison's turn, and may still refuse it
     */
    boolean matches(String password, @Nullable String hash, boolean isSlow, Runnable before) {
        Supplier<Boolean> comparison = () -> inTurn(() -> {
            before.run();
            boolean same = encoder.matches(password, hash == null ? NOBODYS_HASH : hash);
            return same && hash != null;
        });
        return isSlow ? inSingleFile(comparison) : comparison.get();
    }

    /** How many wait for a core. */
    int inLine() {
        return inLine.get();
    }

    /** How many are in single file, with the one whose turn it is. */
    int inSingleFile() {
        return inSingleFile.get();
    }

    private boolean inSingleFile(Supplier<Boolean> comparison) {
        try {
            if (inSingleFile.incrementAndGet() > mostInSingleFile
                    || !singleFile.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw ProblemException.of(ProblemCode.TOO_MANY_REQUESTS, "Too many failed attempts. Ask again.");
            }
            try {
                boolean right = comparison.get();
                if (!right) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                return right;
            } finally {
                singleFile.release();
            }
        } catch (InterruptedException e) {
            throw stopping();
        } finally {
            inSingleFile.decrementAndGet();
        }
    }

    private boolean inTurn(Supplier<Boolean> comparison) {
        try {
            if (inLine.incrementAndGet() > MOST_IN_LINE || !cores.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw ProblemException.of(ProblemCode.UNAVAILABLE, "Too many are logging in. Ask again.");
            }
        } catch (InterruptedException e) {
            throw stopping();
        } finally {
            inLine.decrementAndGet();
        }
        try {
            return comparison.get();
        } finally {
            cores.release();
        }
    }

    private static ProblemException stopping() {
        Thread.currentThread().interrupt();
        return ProblemException.of(ProblemCode.UNAVAILABLE, "The server is shutting down.");
    }
}
