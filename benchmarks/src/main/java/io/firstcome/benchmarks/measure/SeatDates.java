package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Http;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.system.CouponSystem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * New dates of a concert of their own, all seats free, each with a name that ends with a number from 1 on.
 *
 * @param concert its id, with which the names of the dates begin
 * @param seats how many each of them has
 */
record SeatDates(CouponSystem system, String concert, int seats) {

    /** The most seats that a date of ours may have. */
    static final int MOST_SEATS = 50_000;

    /** How many seats a reservation has. */
    static final int TOGETHER = 2;

    /** What is reserved is never paid: it must not expire while the rows are measured. */
    private static final int HOLD_MINUTES = 1_440;

    private static final int AT_ONCE = 16;

    /** How many reservations a date has room for. */
    int room() {
        return seats / TOGETHER;
    }

    /** Opens as many as that many reservations need. */
    static SeatDates open(Session session, CouponSystem system, int seats, int reservations) {
        SeatDates dates = new SeatDates(system, session.newName("concert"), seats);
        dates.post(
                "/api/v1/concert",
                "{\"concertId\":\"" + dates.concert + "\",\"title\":\"bench\",\"artist\":\"bench\"}");
        int count = (reservations + dates.room() - 1) / dates.room();
        Instant startsAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(365, ChronoUnit.DAYS);
        List<Future<?>> pending = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int number = 1; number <= count; number++) {
                String body = "{\"dateId\":\"" + dates.date(number) + "\",\"startsAt\":\"" + startsAt
                        + "\",\"limitPerUser\":4,\"holdMinutes\":" + HOLD_MINUTES
                        + ",\"grades\":[{\"grade\":\"NORMAL\",\"price\":10000,\"from\":1,\"to\":" + seats + "}]}";
                pending.add(threads.submit(() -> dates.post("/api/v1/concert/" + dates.concert + "/date", body)));
            }
            for (Future<?> date : pending) {
                date.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A date could not be opened", e);
        }
        system.settle();
        return dates;
    }

    private void post(String path, String body) {
        new Http(system.port()).post(path, Tokens.OPERATOR, body).require(201);
    }

    /** The id of one of them. */
    String date(int number) {
        return concert + "-" + number;
    }

    /** The path of the seats of one of them. */
    String seatPath(int number) {
        return "/api/v1/concert/" + concert + "/date/" + date(number) + "/seat";
    }

    /** The body of the reservation of this number, counted from 0: they go to the seats of the first date in turn. */
    String reservation(String user, int number) {
        int first = number * TOGETHER + 1;
        return "{\"userId\":\"" + user + "\",\"concertId\":\"" + concert + "\",\"dateId\":\"" + date(1)
                + "\",\"seats\":[" + first + "," + (first + 1) + "]}";
    }
}
