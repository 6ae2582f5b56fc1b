package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Arrivals;
import io.firstcome.benchmarks.load.Connection;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * How long those wait who look at a date of 50,000 seats while reservations of it arrive, evenly: three open loops at once.
 *
 * <p>Who asks with {@code since} has the map of one second ago, as a page that asks every second has.
 */
final class SeatReads implements Entrant {

    static final int MAPS_A_SECOND = 10;
    static final int CHANGES_A_SECOND = 100;
    private static final double LATE_MILLIS = 25;

    private final Session session;
    private final Ours ours;
    private final DoubleToIntFunction rateOfCeiling;
    private final Checks checks;
    private final ReservationEntrant ceiling;
    private final List<Double> maps = new ArrayList<>();
    private final List<Double> changes = new ArrayList<>();
    private final List<Double> reservations = new ArrayList<>();
    private final List<Double> late = new ArrayList<>();
    private int rate;

    /** @param rateOfCeiling how many reservations arrive a second, by how many were possible */
    SeatReads(Session session, Ours ours, DoubleToIntFunction rateOfCeiling, Checks checks) {
        this.session = session;
        this.ours = ours;
        this.rateOfCeiling = rateOfCeiling;
        this.checks = checks;
        this.ceiling = new ReservationEntrant(session, ours, SeatDates.MOST_SEATS, checks);
    }

    /** What came of one run. */
    private record Answers(Arrivals.Result reservations, Arrivals.Result changes, Arrivals.Result maps) {

        private List<Arrivals.Result> all() {
            return List.of(reservations, changes, maps);
        }
    }

    @Override
    public String title() {
        return ours.title() + ", looks at " + Figures.of(SeatDates.MOST_SEATS) + " seats";
    }

    @Override
    public void warmUp() {
        Race.run(session.settings().repetitions(), List.of(ceiling));
        rate = rateOfCeiling.applyAsInt(ceiling.rates().median());
        session.warmUps().steadily(title(), rate, () -> {
            int seconds = seconds();
            arrive(open(), seconds);
            return seconds;
        });
    }

    @Override
    public String run() {
        SeatDates dates = open();
        Answers answers = arrive(dates, seconds());
        verify(dates, answers);
        maps.add(Percentiles.of(answers.maps().millis(), 99));
        changes.add(Percentiles.of(answers.changes().millis(), 99));
        reservations.add(Percentiles.of(answers.reservations().millis(), 99));
        late.add(Percentiles.of(
                answers.all().stream()
                        .flatMap(result -> result.lateMillis().stream())
                        .toList(),
                99));
        return "map p99 " + Figures.of(maps.getLast()) + " ms, since p99 " + Figures.of(changes.getLast()) + " ms at "
                + rate + " reservations a second";
    }

    private SeatDates open() {
        return SeatDates.open(session, ours, SeatDates.MOST_SEATS, 1);
    }

    /** So long that the seats of one date last. */
    private int seconds() {
        return Math.clamp(
                SeatDates.MOST_SEATS / SeatDates.TOGETHER / (rate + 1),
                1,
                session.settings().seconds());
    }

    private Answers arrive(SeatDates dates, int seconds) {
        long version = map(dates).get("version").asLong();
        List<byte[]> buyers = IntStream.range(0, rate * seconds)
                .mapToObj(number -> reservation(dates, number))
                .toList();
        List<byte[]> followers = IntStream.range(0, CHANGES_A_SECOND * seconds)
                .mapToObj(number -> version + Math.max(0, (long) rate * number / CHANGES_A_SECOND - rate))
                .map(since -> get(dates.seatPath(1) + "?since=" + since))
                .toList();
        List<byte[]> newcomers = IntStream.range(0, MAPS_A_SECOND * seconds)
                .mapToObj(number -> get(dates.seatPath(1)))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<Arrivals.Result> held = threads.submit(() -> Arrivals.run(ours.port(), buyers, rate));
            Future<Arrivals.Result> changed =
                    threads.submit(() -> Arrivals.run(ours.port(), followers, CHANGES_A_SECOND));
            Future<Arrivals.Result> whole = threads.submit(() -> Arrivals.run(ours.port(), newcomers, MAPS_A_SECOND));
            return new Answers(held.get(), changed.get(), whole.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load broke off", e);
        }
    }

    private static byte[] reservation(SeatDates dates, int number) {
        String user = Integer.toString(number + 1);
        return Connection.request(
                "POST", "/api/v1/reservation", Tokens.customer(user), dates.reservation(user, number), "");
    }

    private static byte[] get(String path) {
        return Connection.request("GET", path, "", "", "");
    }

    private JsonNode map(SeatDates dates) {
        return ours.http().get(dates.seatPath(1), "").require(200).json();
    }

    private void verify(SeatDates dates, Answers answers) {
        SeatLedger ledger = ReservationEntrant.settled(session, dates);
        ledger.verify(
                ours.title() + ", at half of the ceiling",
                answers.reservations().accepted(),
                0,
                checks);
        long held = map(dates)
                .get("items")
                .valueStream()
                .filter(seat -> seat.get("status").asString().equals("HELD"))
                .count();
        checks.verify(
                ours.title() + ": the map has in the end all seats that are held, and no other",
                held == ledger.owned(),
                held + " HELD of " + ledger.owned());
        int refused = answers.all().stream().mapToInt(Arrivals.Result::refused).sum();
        int lost = answers.all().stream().mapToInt(Arrivals.Result::lost).sum();
        checks.verify(
                ours.title() + ": everybody who came is answered with what was asked for",
                refused + lost == 0,
                refused + " refused, " + lost + " lost");
        long arrivals =
                answers.all().stream().mapToLong(Arrivals.Result::arrivals).sum();
        long tooLate = answers.all().stream()
                .mapToLong(result -> result.laterThan(LATE_MILLIS))
                .sum();
        checks.verify(
                "the rates were kept: at most 1 % of the arrivals were sent more than " + Figures.of(LATE_MILLIS)
                        + " ms late",
                tooLate * 100 <= arrivals,
                tooLate + " of " + arrivals);
    }

    Series maps() {
        return new Series(ours.title() + ", all seats, p99", "ms", maps);
    }

    Series changes() {
        return new Series(ours.title() + ", seats since a second ago, p99", "ms", changes);
    }

    @Override
    public List<Series> series() {
        return List.of(
                maps(),
                changes(),
                new Series(ours.title() + ", a reservation meanwhile, p99", "ms", reservations),
                new Series(ours.title() + ", sent after it was due, p99", "ms", late),
                new Series(
                        ours.title() + ", reservations possible",
                        "reservations/s",
                        ceiling.rates().values()));
    }
}
