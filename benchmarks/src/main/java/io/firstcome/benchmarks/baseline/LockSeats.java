package io.firstcome.benchmarks.baseline;

import io.firstcome.contract.OrderErrorCode;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Redisson's lock on each seat, and on the user's seats of the date for the limit; inside, one transaction that reads the seats' rows,
 * updates them and inserts the reservation.
 *
 * <p>The commit comes before the unlock, or two would have the same seat.
 */
final class LockSeats {

    private static final long WAIT_SECONDS = 10;
    private static final int ROWS_IN_A_BATCH = 1_000;

    private final RedissonClient redisson;
    private final EntityManager entities;
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;

    LockSeats(RedissonClient redisson, EntityManager entities, TransactionTemplate transactions, JdbcTemplate jdbc) {
        this.redisson = redisson;
        this.entities = entities;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Seats that are held for a user. */
    record Held(Reservation reservation, List<SeatRow> seats) {}

    /** A date with one row for each seat, from 1 on. */
    void open(DateRow date, String grade, long price, int seats) {
        transactions.executeWithoutResult(status -> {
            entities.persist(date);
            entities.flush();
            jdbc.batchUpdate(
                    "INSERT INTO seat (date_id, number, grade, price, status) VALUES (?, ?, ?, ?, ?)",
                    Stream.iterate(1, number -> number + 1).limit(seats).toList(),
                    ROWS_IN_A_BATCH,
                    (statement, number) -> {
                        statement.setString(1, date.toString());
                        statement.setInt(2, number);
                        statement.setString(3, grade);
                        statement.setLong(4, price);
                        statement.setString(5, SeatRow.AVAILABLE);
                    });
        });
    }

    /**
     * Holds all of these seats, or none.
     *
     * @param numbers in ascending order, each once: all lock them in this order
     * @throws ProblemException when a rule refuses it, with the codes of ours
     */
    Held reserve(String concertId, String dateId, String userId, List<Integer> numbers) {
        RLock lock = redisson.getMultiLock(Stream.concat(
                        Stream.of("buyer:" + dateId + ":" + userId),
                        numbers.stream().map(number -> "seat:" + dateId + ":" + number))
                .map(redisson::getLock)
                .toArray(RLock[]::new));
        if (!isLocked(lock)) {
            throw ProblemException.of(ProblemCode.UNAVAILABLE, "The locks were not had in time.");
        }
        try {
            return Objects.requireNonNull(transactions.execute(status -> decide(concertId, dateId, userId, numbers)));
        } finally {
            lock.unlock();
        }
    }

    /** Without a lease, which would cost one more command for each lock: Redisson prolongs them. */
    private static boolean isLocked(RLock lock) {
        try {
            return lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Held decide(String concertId, String dateId, String userId, List<Integer> numbers) {
        @Nullable DateRow date = entities.find(DateRow.class, dateId);
        if (date == null || !date.isOf(concertId)) {
            throw ProblemException.of(OrderErrorCode.DATE_NOT_FOUND, null);
        }
        List<SeatRow> seats = entities.createQuery(
                        "SELECT s FROM SeatRow s WHERE s.dateId = :date AND s.number IN :numbers ORDER BY s.number",
                        SeatRow.class)
                .setParameter("date", dateId)
                .setParameter("numbers", numbers)
                .getResultList();
        if (seats.size() < numbers.size()) {
            throw ProblemException.of(OrderErrorCode.SEAT_NOT_FOUND, null);
        }
        long had = entities.createQuery(
                        "SELECT COALESCE(SUM(r.count), 0) FROM Reservation r WHERE r.dateId = :date AND r.userId ="
                                + " :user",
                        Long.class)
                .setParameter("date", dateId)
                .setParameter("user", userId)
                .getSingleResult();
        if (had + seats.size() > date.limitPerUser()) {
            throw ProblemException.of(OrderErrorCode.LIMIT_PER_USER, null);
        }
        List<Integer> taken = seats.stream()
                .filter(seat -> !seat.isAvailable())
                .map(SeatRow::number)
                .toList();
        if (!taken.isEmpty()) {
            throw ProblemException.of(OrderErrorCode.SEAT_TAKEN, null).withMember("seats", taken);
        }
        seats.forEach(SeatRow::hold);
        Instant until = Instant.now().truncatedTo(ChronoUnit.MICROS).plus(date.holdMinutes(), ChronoUnit.MINUTES);
        Reservation reservation = new Reservation(dateId, userId, seats, until);
        entities.persist(reservation);
        return new Held(reservation, seats);
    }

    /** A part of what {@code firstcome.baseline=lock} chooses. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = BaselineKind.PROPERTY, havingValue = "lock")
    static class Configuration {

        @Bean
        LockSeats seats(
                RedissonClient redisson,
                EntityManagerFactory factory,
                PlatformTransactionManager transactionManager,
                JdbcTemplate jdbc) {
            return new LockSeats(
                    redisson,
                    SharedEntityManagerCreator.createSharedEntityManager(factory),
                    new TransactionTemplate(transactionManager),
                    jdbc);
        }
    }
}
