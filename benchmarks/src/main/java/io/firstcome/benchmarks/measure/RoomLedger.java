package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.report.Checks;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who has entered a waiting room, by the table of events.
 *
 * @param events how many the room has, of all types
 * @param entries how many of these are entries
 * @param users how many different users have entered
 * @param numbers how many different numbers the entries have
 * @param highest the highest of them, 0 when there is none
 */
record RoomLedger(long events, long entries, long users, long numbers, long highest) {

    private static final String EVENTS =
            "SELECT event_type = 'RoomEntered' is_entry, CONVERT(payload USING utf8mb4) payload"
                    + " FROM domain_event WHERE aggregate_id = 'waiting-room:%1$s'";
    private static final String COUNTS =
            "SELECT CONCAT_WS(' ', COUNT(*), COALESCE(SUM(is_entry), 0), COUNT(DISTINCT who),"
                    + " COUNT(DISTINCT entry), COALESCE(MAX(entry), 0)) FROM (SELECT is_entry,"
                    + " IF(is_entry, JSON_VALUE(payload, '$.userId'), NULL) who,"
                    + " CAST(IF(is_entry, JSON_VALUE(payload, '$.entry'), NULL) AS UNSIGNED) entry FROM (" + EVENTS
                    + ") e) r";
    private static final String EVERY =
            "SELECT CONCAT(JSON_VALUE(payload, '$.userId'), ' ', JSON_VALUE(payload, '$.entry'))" + " FROM (" + EVENTS
                    + ") e WHERE is_entry AND JSON_VALUE(payload, '$.entry') MOD %2$d = 0";

    /** An entry as it is stored. */
    record Entry(String userId, int number) {}

    /** @param column gives the first column of a query's rows */
    static RoomLedger of(Function<String, List<String>> column, String room) {
        long[] counts = Stream.of(
                        column.apply(String.format(COUNTS, room)).getFirst().split(" ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        return new RoomLedger(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    /**
     * Some of the entries.
     *
     * @param every those whose numbers are multiples of this
     */
    static List<Entry> some(Function<String, List<String>> column, String room, int every) {
        return column.apply(String.format(EVERY, room, every)).stream()
                .map(row -> row.split(" ", -1))
                .map(row -> new Entry(row[0], Integer.parseInt(row[1])))
                .toList();
    }

    /**
     * Verifies that each acknowledged entry is stored once, in one order of all.
     *
     * @param underWay how many answers may not have been read
     */
    void verify(String who, long acknowledged, long underWay, Checks checks) {
        checks.verify(
                who + ": every acknowledged entry is stored, and no more than were asked for",
                acknowledged <= entries && entries <= acknowledged + underWay,
                "the last time " + acknowledged + " acknowledged, " + entries + " stored; up to " + underWay
                        + " answers were under way when the load ended");
        checks.verify(
                who + ": the numbers of the entries count on without holes, each once",
                numbers == entries && highest == entries,
                numbers + " numbers, the highest " + highest);
        checks.verify(who + ": no user has entered twice", users == entries, users + " users");
    }
}
