package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The negative controls of what is asserted about a room's history. */
class RoomHistoryTest {

    private static final String SEED = "a seed that nobody knows";

    /** Two let in at a time, four in a minute. Anna is done, Carl is let in for her, Dora waits. */
    private static final List<String> SOUND = List.of(
            event("RoomCreated", "\"terms\":{\"capacity\":2,\"admitPerMinute\":4,\"order\":\"FIFO\"}"),
            entered("anna", 1),
            event("RoomOpened", ""),
            entered("ben", 2),
            admitted("anna", 1, "10:00:00"),
            admitted("ben", 2, "10:00:00"),
            entered("carl", 3),
            entered("dora", 4),
            event("UsersSeen", "\"userIds\":[\"anna\"]"),
            ended("anna", "DONE"),
            admitted("carl", 3, "10:00:01"));

    private static String entered(String user, int entry) {
        return event(
                "RoomEntered",
                "\"userId\":\"" + user + "\",\"entry\":" + entry + ",\"enteredAt\":\"2026-11-20T09:00:00Z\"");
    }

    private static String admitted(String user, int admission, String time) {
        return event(
                "UserAdmitted",
                "\"userId\":\"" + user + "\",\"admission\":" + admission + ",\"admittedAt\":\"2026-11-20T" + time
                        + "Z\",\"expiresAt\":\"2026-11-20T11:00:00Z\"");
    }

    private static String ended(String user, String reason) {
        return event("PlaceEnded", "\"userId\":\"" + user + "\",\"reason\":\"" + reason + "\"");
    }

    private static String limits(int capacity, int admitPerMinute, boolean paused) {
        return event(
                "RoomLimitsSet",
                "\"capacity\":" + capacity + ",\"admitPerMinute\":" + admitPerMinute + ",\"paused\":" + paused);
    }

    private static String event(String type, String payload) {
        return "{\"type\":\"" + type + "\",\"payload\":{" + payload + "}}";
    }

    private static RoomHistory history(List<String> events) {
        List<JsonNode> read = events.stream().map(new JsonMapper()::readTree).toList();
        return new RoomHistory(read).assertSound();
    }

    private static List<String> soundAnd(String... more) {
        return Stream.concat(SOUND.stream(), Stream.of(more)).toList();
    }

    private static void assertUnsound(List<String> events) {
        assertThatThrownBy(() -> history(events)).isInstanceOf(AssertionError.class);
    }

    @Test
    void givenASoundHistory_whenAddedUp_thenItSaysWhoIsWhere() {
        RoomHistory history = history(SOUND);

        assertThat(history.entered()).containsExactly("anna", "ben", "carl", "dora");
        assertThat(history.admitted()).containsExactly("anna", "ben", "carl");
        assertThat(history.waitingNow()).containsExactly("dora");
        assertThat(history.activeNow()).containsExactlyInAnyOrder("ben", "carl");
        assertThat(history.endsOf("anna")).containsExactly("DONE");
        assertThat(history.mostActive()).isEqualTo(2);
        assertThat(history.entryOf("carl")).isEqualTo(3);
        assertThat(history(soundAnd(ended("ben", "IDLE"), admitted("dora", 4, "10:00:02"), entered("anna", 5)))
                        .waitingNow())
                .containsExactly("anna");
    }

    @Test
    void givenAThirdOneLetInAtATime_whenAddedUp_thenItIsNoticed() {
        assertUnsound(soundAnd(admitted("dora", 4, "10:00:02")));
        assertThat(history(soundAnd(limits(3, 4, false), admitted("dora", 4, "10:00:02")))
                        .mostActive())
                .isEqualTo(3);
    }

    /** Within 60 seconds by a microsecond; exactly 60 seconds later; and a limit that was lowered before. */
    @Test
    void givenMoreInAMinuteThanTheLimit_whenAddedUp_thenItIsNoticed() {
        List<String> four =
                soundAnd(limits(9, 4, false), admitted("dora", 4, "10:00:02"), entered("emil", 5), entered("fred", 6));

        assertUnsound(with(four, admitted("emil", 5, "10:00:59.999999")));
        List<String> five = with(four, admitted("emil", 5, "10:01:00"));
        assertThat(history(five).admitted()).hasSize(5);
        assertUnsound(with(with(five, limits(9, 3, false)), admitted("fred", 6, "10:01:00")));
        assertUnsound(with(five, admitted("fred", 6, "10:00:59")));
    }

    @Test
    void givenTwoPlacesOfOneUser_whenAddedUp_thenItIsNoticed() {
        assertUnsound(soundAnd(entered("dora", 5)));
        assertUnsound(soundAnd(entered("ben", 5)));
        assertThat(history(soundAnd(entered("anna", 5))).waitingNow()).containsExactly("dora", "anna");
    }

    @Test
    void givenAHoleInTheNumbers_whenAddedUp_thenItIsNoticed() {
        assertUnsound(soundAnd(entered("emil", 6)));
        assertUnsound(soundAnd(entered("emil", 4)));
        assertUnsound(soundAnd(ended("ben", "DONE"), admitted("dora", 5, "10:00:02")));
        assertUnsound(soundAnd(ended("ben", "DONE"), admitted("dora", 3, "10:00:02")));
    }

    @Test
    void givenOneLetInBeforeOthersWhoCameFirst_whenAddedUp_thenItIsNoticed() {
        List<String> next = soundAnd(entered("emil", 5), ended("ben", "LEFT"));

        assertUnsound(with(next, admitted("emil", 4, "10:00:02")));
        assertUnsound(with(next, admitted("anna", 4, "10:00:02")));
        assertThat(history(with(with(next, ended("dora", "LEFT")), admitted("emil", 4, "10:00:02")))
                        .waitingNow())
                .isEmpty();
    }

    /** Let in while paused; without anybody; the end of a place that waits or is none; seen who is not in; created twice; after the end. */
    @ParameterizedTest
    @ValueSource(strings = {"paused", "nobody", "expired", "none", "unseen", "twice", "opened", "sold out", "closed"})
    void givenWhatARoomNeverDoes_whenAddedUp_thenItIsNoticed(String what) {
        assertUnsound(
                switch (what) {
                    case "paused" -> soundAnd(limits(9, 9, true), admitted("dora", 4, "10:00:02"));
                    case "nobody" -> soundAnd(ended("dora", "LEFT"), ended("ben", "DONE"), admitted("", 4, "10:00:02"));
                    case "expired" -> soundAnd(ended("dora", "EXPIRED"));
                    case "none" -> soundAnd(ended("anna", "DONE"));
                    case "unseen" -> soundAnd(event("UsersSeen", "\"userIds\":[\"ben\",\"anna\"]"));
                    case "twice" -> soundAnd(SOUND.getFirst());
                    case "opened" -> soundAnd(event("RoomOpened", ""));
                    case "sold out" -> soundAnd(event("RoomSoldOut", ""), event("RoomSoldOut", ""));
                    default -> soundAnd(event("RoomClosed", ""), entered("emil", 5));
                });
    }

    @Test
    void givenAnAdmissionBeforeTheRoomOpens_whenAddedUp_thenItIsNoticed() {
        assertUnsound(List.of(SOUND.get(0), SOUND.get(1), admitted("anna", 1, "10:00:00")));
    }

    @Test
    void givenAShuffledRoom_whenAddedUp_thenOnlyTheCommittedOrderIsSound() {
        List<String> early = Stream.of("anna", "ben", "carl", "dora")
                .sorted(Comparator.comparing(user -> RoomHistory.sha256(SEED + ":" + user)))
                .toList();
        List<String> order = Stream.concat(early.stream(), Stream.of("emil")).toList();

        assertThat(history(shuffled(SEED, order)).admitted()).isEqualTo(order);
        List<String> swapped = new ArrayList<>(order);
        swapped.set(0, order.get(1));
        swapped.set(1, order.get(0));
        assertUnsound(shuffled(SEED, swapped));
        List<String> lateFirst = new ArrayList<>(order);
        lateFirst.addFirst(lateFirst.removeLast());
        assertUnsound(shuffled(SEED, lateFirst));
        assertUnsound(shuffled("another seed", order));
    }

    /** Emil comes when it has opened. */
    private static List<String> shuffled(String seed, List<String> admissions) {
        List<String> events = new ArrayList<>();
        events.add(event(
                "RoomCreated",
                "\"terms\":{\"capacity\":9,\"admitPerMinute\":9,\"order\":\"SHUFFLE\",\"commitment\":\""
                        + RoomHistory.sha256(SEED) + "\"}"));
        events.add(entered("dora", 1));
        events.add(entered("anna", 2));
        events.add(entered("carl", 3));
        events.add(entered("ben", 4));
        events.add(event("RoomOpened", "\"seed\":\"" + seed + "\""));
        events.add(entered("emil", 5));
        for (String user : admissions) {
            events.add(admitted(user, admissions.indexOf(user) + 1, "10:00:00"));
        }
        return events;
    }

    private static List<String> with(List<String> events, String more) {
        return Stream.concat(events.stream(), Stream.of(more)).toList();
    }
}
