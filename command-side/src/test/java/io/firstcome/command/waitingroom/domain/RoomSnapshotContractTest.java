package io.firstcome.command.waitingroom.domain;

import static io.firstcome.command.waitingroom.domain.TestRoom.NOW;
import static io.firstcome.command.waitingroom.domain.TestRoom.SEED;
import static io.firstcome.command.waitingroom.domain.TestRoom.admitted;
import static io.firstcome.command.waitingroom.domain.TestRoom.entered;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.waitingroom.PlaceEnd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Snapshots that were stored are read by later versions: their JSON is held by approved files.
 *
 * <p>A shape that can no longer be read needs a new {@code @Revision} on the aggregate, which makes old snapshots unused.
 */
class RoomSnapshotContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Who waits in {@link #everything()}, the first first: by the seed, then as they came. */
    private static final List<String> WAITING =
            List.of("anna", "dan", "zoe", "550e8400-e29b-41d4-a716-446655440000", "007", "carl", "1");

    private final Serializer serializer = Serializers.forSnapshots(List.of());

    /** A shuffled room, changed and paused, with users in every state. */
    private static WaitingRoom everything() {
        WaitingRoom room = new WaitingRoom();
        room.on(TestRoom.of(50, 600).shuffled().opensAt(NOW).created());
        List<String> before = List.of("anna", "ben", "cleo", "dan", "eve");
        for (String user : before) {
            room.on(entered(user, before.indexOf(user) + 1));
        }
        room.on(TestRoom.opened(SEED, NOW));
        room.on(admitted("ben", 1, NOW));
        room.on(admitted("eve", 2, NOW));
        room.on(admitted("cleo", 3, NOW.plusSeconds(1)));
        room.on(TestRoom.seen(NOW.plusSeconds(40), "ben"));
        room.on(TestRoom.ended("cleo", PlaceEnd.DONE, NOW.plusSeconds(41)));
        List<String> later = WAITING.subList(2, WAITING.size());
        for (String user : later) {
            room.on(entered(user, later.indexOf(user) + 6));
        }
        room.on(TestRoom.changed(40, 500, true));
        return room;
    }

    private static WaitingRoom fresh() {
        WaitingRoom room = new WaitingRoom();
        room.on(TestRoom.of(1, 1).created());
        return room;
    }

    private static WaitingRoom closed() {
        WaitingRoom room = everything();
        room.on(TestRoom.closed());
        return room;
    }

    @Test
    void givenRoom_whenStored_thenItIsTheApprovedJson() throws IOException {
        assertThat(json(everything())).isEqualTo(approved("WaitingRoom-1"));
        assertThat(json(fresh())).isEqualTo(approved("WaitingRoom-1-least"));
        assertThat(json(closed())).isEqualTo(approved("WaitingRoom-1-closed"));
    }

    @Test
    void givenRoom_whenStored_thenItsTypeAndRevisionAreAsStored() {
        SerializedObject<String> stored = serializer.serialize(fresh(), String.class);

        assertThat(stored.getType().getName()).isEqualTo("io.firstcome.command.waitingroom.domain.WaitingRoom");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
    }

    @Test
    void givenApprovedJson_whenRead_thenItIsTheRoom() throws IOException {
        assertSame(read(approved("WaitingRoom-1")), everything());
        assertSame(read(approved("WaitingRoom-1-least")), fresh());
        assertSame(read(approved("WaitingRoom-1-closed")), closed());
    }

    /** A set that knows no order would have them in another one. */
    @Test
    void givenUsersWhoWait_whenStoredAndRead_thenTheirOrderIsKept() throws IOException {
        assertThat(read(approved("WaitingRoom-1")))
                .extracting("waiting", InstanceOfAssertFactories.iterable(String.class))
                .containsExactlyElementsOf(WAITING);
        assertThat(List.copyOf(new HashSet<>(WAITING))).isNotEqualTo(WAITING);
        assertThat(WAITING.stream().sorted().toList()).isNotEqualTo(WAITING);
    }

    @Test
    void givenFieldsOfAnotherVersion_whenRead_thenTheyAreIgnored() throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(approved("WaitingRoom-1"));
        json.put("later", "text").putObject("laterObject").putArray("deep").add(1);

        assertSame(read(json.toString()), everything());
    }

    /** Also when it is stored once more, which tells the order, too. */
    private void assertSame(WaitingRoom read, WaitingRoom made) {
        assertThat(read).usingRecursiveComparison().isEqualTo(made);
        assertThat(json(read)).isEqualTo(json(made));
    }

    private String json(WaitingRoom room) {
        return serializer.serialize(room, String.class).getData();
    }

    private WaitingRoom read(String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json, String.class, WaitingRoom.class.getName(), "1"));
    }

    private static String approved(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                RoomSnapshotContractTest.class.getResourceAsStream("/contracts/waiting-room/" + name + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
