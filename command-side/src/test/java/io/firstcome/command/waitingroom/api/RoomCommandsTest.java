package io.firstcome.command.waitingroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.command.waitingroom.api.RoomCommand.ChangeRoom;
import io.firstcome.command.waitingroom.api.RoomDirectoryCommand.PlanRoom;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes no sense is no command. */
class RoomCommandsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final RoomId ID = new RoomId("r1");
    private static final List<ProtectedItem> ONE = coupons(1);
    private static final String COMMITMENT = "622a494d3ea8c7ba2fed4f37909f14d9b50ab412322de39be62c8d6c2418bfca";

    private static List<ProtectedItem> coupons(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> new ProtectedItem(ProtectedItem.Type.COUPON, Integer.toString(id)))
                .toList();
    }

    private static RoomTerms terms(
            String name, List<ProtectedItem> protects, int capacity, int perMinute, int minutes, int idle) {
        return new RoomTerms(name, protects, capacity, perMinute, RoomOrder.FIFO, null, minutes, idle, null);
    }

    private static RoomTerms ordered(RoomOrder order, @Nullable String commitment) {
        return new RoomTerms("Sale", ONE, 1, 1, order, null, 1, 5, commitment);
    }

    static Stream<RoomTerms> termsAtTheirBounds() {
        return Stream.of(
                terms("S", ONE, 1, 1, 1, 5),
                terms("🍵".repeat(100), coupons(20), 100_000, 1_000_000, 1_440, 86_400),
                ordered(RoomOrder.FIFO, null),
                ordered(RoomOrder.SHUFFLE, COMMITMENT));
    }

    @ParameterizedTest
    @MethodSource("termsAtTheirBounds")
    void givenTermsAtTheirBounds_whenPlanned_thenCommand(RoomTerms terms) {
        PlanRoom plan = new PlanRoom(ID, terms, NOW);

        assertThat(plan.terms()).isEqualTo(terms);
        assertThat(plan.aggregateId()).isEqualTo("room-directory:all");
        assertThat(plan.whenUnknown()).isEqualTo(RoomErrorCode.ROOM_NOT_FOUND);
    }

    static Stream<RoomTerms> termsOutOfBounds() {
        return Stream.of(
                terms("", ONE, 1, 1, 1, 5),
                terms(" ", ONE, 1, 1, 1, 5),
                terms("S".repeat(101), ONE, 1, 1, 1, 5),
                terms("Sale", List.of(), 1, 1, 1, 5),
                terms("Sale", coupons(21), 1, 1, 1, 5),
                terms("Sale", List.of(ONE.getFirst(), ONE.getFirst()), 1, 1, 1, 5),
                terms("Sale", ONE, 0, 1, 1, 5),
                terms("Sale", ONE, 100_001, 1, 1, 5),
                terms("Sale", ONE, 1, 0, 1, 5),
                terms("Sale", ONE, 1, 1_000_001, 1, 5),
                terms("Sale", ONE, 1, 1, 0, 5),
                terms("Sale", ONE, 1, 1, 1_441, 5),
                terms("Sale", ONE, 1, 1, 1, 4),
                terms("Sale", ONE, 1, 1, 1, 86_401),
                ordered(RoomOrder.FIFO, COMMITMENT),
                ordered(RoomOrder.SHUFFLE, null));
    }

    @ParameterizedTest
    @MethodSource("termsOutOfBounds")
    void givenTermsOutOfBounds_whenPlanned_thenNoCommand(RoomTerms terms) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanRoom(ID, terms, NOW));
    }

    @ParameterizedTest
    @CsvSource({"0,", "-1,", "100001,", ",0", ",-1", ",1000001"})
    void givenLimitOutOfBounds_whenChanged_thenNoCommand(@Nullable Integer capacity, @Nullable Integer perMinute) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeRoom(ID, capacity, perMinute, null, NOW));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "100000,1000000", ","})
    void givenLimitsAtTheirBounds_whenChanged_thenCommand(@Nullable Integer capacity, @Nullable Integer perMinute) {
        ChangeRoom change = new ChangeRoom(ID, capacity, perMinute, null, NOW);

        assertThat(change.capacity()).isEqualTo(capacity);
        assertThat(change.admitPerMinute()).isEqualTo(perMinute);
        assertThat(change.aggregateId()).isEqualTo("waiting-room:r1");
        assertThat(change.whenUnknown()).isEqualTo(RoomErrorCode.ROOM_NOT_FOUND);
    }

    @Test
    void givenSupply_whenItIsNegative_thenNoCommand() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AdmitUsers(ID, -1, 0, NOW, NOW));
        assertThat(new AdmitUsers(ID, 0, 0, NOW, NOW).supply()).isZero();
    }
}
