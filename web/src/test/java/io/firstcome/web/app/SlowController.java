package io.firstcome.web.app;

import io.firstcome.web.overload.Backlog;
import io.firstcome.web.security.ForCustomer;
import io.firstcome.web.security.ForPublic;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A node that has become slow: it decides a hundred commands a second, one after the other. */
@RestController
@RequestMapping("/api/v1/slow")
@Hidden
public class SlowController implements Backlog {

    private static final Duration TAKES = Duration.ofMillis(10);

    private final ReentrantLock turn = new ReentrantLock(true);

    @Override
    public Duration longestWait() {
        return TAKES.multipliedBy(turn.getQueueLength());
    }

    /** Waits for its turn, and tells how many were before it. */
    @PostMapping
    @ForCustomer
    public Map<String, Integer> decide() {
        int before = turn.getQueueLength();
        turn.lock();
        try {
            long end = System.nanoTime() + TAKES.toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        } finally {
            turn.unlock();
        }
        return Map.of("before", before);
    }

    /** Does not wait. */
    @GetMapping
    @ForPublic
    public Map<String, Integer> look() {
        return Map.of("before", 0);
    }
}
