package io.firstcome.command.waitingroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.contract.RejectionCode;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.RoomEvent;
import io.firstcome.events.waitingroom.RoomEvent.PlaceEnded;
import io.firstcome.events.waitingroom.RoomEvent.RoomOpened;
import io.firstcome.events.waitingroom.RoomEvent.UserAdmitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The properties of {@link RoomPropertiesTest} on rooms that are broken on purpose: every fault is noticed. */
class RoomPropertiesControlTest {

    private static final int HISTORIES = 300;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<RoomHistory> ALL = new ArrayList<>();

    /** The histories of the properties, from a fixed seed. */
    @BeforeAll
    static void makeHistories() {
        JqwikSession.run(() -> {
            RandomGenerator<RoomHistory> generator = RoomHistory.any().generator(HISTORIES);
            Random random = new Random(42);
            for (int i = 0; i < HISTORIES; i++) {
                ALL.add(generator.next(random).value());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void givenBrokenRoom_whenItBreaksAnInvariant_thenTheCheckTells(BrokenRoom broken) {
        assertThat(ALL)
                .anyMatch(history -> !RoomInvariants.violations(history, history.sentTo(broken.make()))
                        .isEmpty());
    }

    @Test
    void givenNaiveRoom_whenItDecides_thenTheInvariantsHold() {
        assertThat(ALL)
                .allMatch(history -> RoomInvariants.violations(history, history.sentTo(new NaiveRoom()))
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roomId",
                "terms",
                "capacity",
                "admitPerMinute",
                "paused",
                "opened",
                "closed",
                "entries",
                "admissions",
                "waiting",
                "active",
                "lastMinute",
                "recent",
                "admittedAt",
                "expiresAt",
                "seenAt"
            })
    void givenSnapshotThatLosesOneField_whenCommandsGoOn_thenADecisionDiffers(String field) {
        assertThat(ALL)
                .anyMatch(history -> differs(history, json -> {
                    JsonNode tree = JSON.readTree(json);
                    remove(field, tree);
                    return tree.toString();
                }));
    }

    /** What a set that knows no order would do. */
    @Test
    void givenSnapshotThatLosesTheOrder_whenCommandsGoOn_thenADecisionDiffers() {
        assertThat(ALL)
                .anyMatch(history -> differs(history, json -> {
                    ObjectNode tree = (ObjectNode) JSON.readTree(json);
                    List<String> waiting = new ArrayList<>();
                    tree.path("waiting").forEach(user -> waiting.add(user.asString()));
                    ArrayNode sorted = tree.putArray("waiting");
                    waiting.stream().sorted().forEach(sorted::add);
                    return tree.toString();
                }));
    }

    private static boolean differs(RoomHistory history, UnaryOperator<String> tampering) {
        return !history.sentTo(new AxonRooms(tampering), history.commands().size() / 2)
                .equals(history.sentTo(new NaiveRoom()));
    }

    private static void remove(String field, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(field);
        }
        node.forEach(child -> remove(field, child));
    }

    @Test
    void givenHistories_whenDecided_thenEveryEventReasonAndRejectionOccurs() {
        List<Outcome> outcomes = ALL.stream()
                .flatMap(history -> history.sentTo(new NaiveRoom()).stream())
                .toList();

        assertThat(events(outcomes).<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(RoomEvent.class.getPermittedSubclasses());
        assertThat(events(outcomes)
                        .filter(PlaceEnded.class::isInstance)
                        .map(event -> ((PlaceEnded) event).reason())
                        .distinct())
                .containsExactlyInAnyOrder(PlaceEnd.values());
        assertThat(outcomes.stream()
                        .<RejectionCode>mapMulti((outcome, found) -> {
                            if (outcome.rejection() != null) {
                                found.accept(outcome.rejection());
                            }
                        })
                        .distinct())
                .containsExactlyInAnyOrder(RoomErrorCode.ROOM_NOT_FOUND, RoomErrorCode.ROOM_CLOSED);
        assertThat(outcomes).anyMatch(Outcome::failed);
    }

    /** Else the order of the admissions would say little. */
    @Test
    void givenHistories_whenDecided_thenManyAreLetInInBothOrders() {
        assertThat(ALL.stream().map(history -> history.sentTo(new NaiveRoom())))
                .filteredOn(outcomes ->
                        events(outcomes).filter(UserAdmitted.class::isInstance).count() > 3)
                .filteredOn(outcomes -> events(outcomes)
                        .anyMatch(event -> event instanceof RoomOpened opened && Objects.nonNull(opened.seed())))
                .hasSizeGreaterThan(HISTORIES / 10);
    }

    private static Stream<RoomEvent> events(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.events().stream());
    }
}
