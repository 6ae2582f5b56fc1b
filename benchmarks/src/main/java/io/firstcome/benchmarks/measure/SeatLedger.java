package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.report.Checks;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who has the seats of some dates, by the tables themselves.
 *
 * @param reservations how many there are
 * @param owned the seats of all of them together
 * @param different how many different seats these are; fewer than {@code owned}: a seat has two owners
 * @param shown how many seats the rows that buyers see call HELD
 */
record SeatLedger(long reservations, long owned, long different, long shown) {

    private static final String OURS = "SELECT COUNT(DISTINCT e.position) reservations, COUNT(*) owned,"
            + " COUNT(DISTINCT e.aggregate_id, s.seat) different FROM domain_event e,"
            + " JSON_TABLE(CONVERT(e.payload USING utf8mb4), '$.seats[*]' COLUMNS (seat INT PATH '$.seat')) s"
            + " WHERE e.aggregate_id LIKE 'concert-date:%1$s-%%' AND e.event_type = 'SeatsHeld'";
    private static final String OURS_SHOWN =
            "SELECT COUNT(*) FROM seat_view WHERE date_id LIKE '%1$s-%%' AND status = 'HELD'";
    private static final String LOCK = "SELECT COUNT(DISTINCT r.id) reservations, COUNT(*) owned,"
            + " COUNT(DISTINCT r.date_id, s.seat) different FROM %2$s.reservation r"
            + " JOIN %2$s.reservation_seat s ON s.reservation_id = r.id WHERE r.date_id LIKE '%1$s-%%'";
    private static final String LOCK_SHOWN =
            "SELECT COUNT(*) FROM %2$s.seat WHERE date_id LIKE '%1$s-%%' AND status = 'HELD'";

    /**
     * What ours has stored of a concert: by its events, and by its view.
     *
     * @param column gives the first column of a query's rows
     */
    static SeatLedger ofOurs(Function<String, List<String>> column, String concert) {
        return read(column, OURS, OURS_SHOWN, concert, "");
    }

    /**
     * What the seat lock has stored of a concert.
     *
     * @param schema its database
     */
    static SeatLedger ofLock(Function<String, List<String>> column, String concert, String schema) {
        return read(column, LOCK, LOCK_SHOWN, concert, schema);
    }

    private static SeatLedger read(
            Function<String, List<String>> column, String owners, String shown, String concert, String schema) {
        String all = "SELECT CONCAT_WS(' ', reservations, owned, different, (" + shown + ")) FROM (" + owners + ") o";
        long[] numbers = Stream.of(column.apply(String.format(all, concert, schema))
                        .getFirst()
                        .split(" ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        return new SeatLedger(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /**
     * Verifies that each acknowledged reservation has its seats, and no other has one of them.
     *
     * @param underWay how many answers may not have been read
     */
    void verify(String who, long acknowledged, long underWay, Checks checks) {
        checks.verify(
                who + ": every acknowledged reservation is stored, and no more than were asked for",
                acknowledged <= reservations && reservations <= acknowledged + underWay,
                "the last time " + acknowledged + " acknowledged, " + reservations + " stored; up to " + underWay
                        + " answers were under way when the load ended");
        checks.verify(
                who + ": each reservation has its seats, and each seat one owner at most",
                owned == reservations * SeatDates.TOGETHER && different == owned,
                owned + " seats of reservations, " + different + " different ones");
        checks.verify(who + ": buyers see these seats as HELD", shown == owned, shown + " HELD of " + owned);
    }
}
