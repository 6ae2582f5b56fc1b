package io.firstcome.command.waitingroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.ProtectionEnded;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.RoomPlanned;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

/** Snapshots that were stored are read by later versions: their JSON is held by approved files. */
class RoomDirectorySnapshotContractTest {

    private final Serializer serializer = Serializers.forSnapshots(List.of());

    /** Two rooms, one of them before two things, and one that was closed. */
    private static RoomDirectory everything() {
        RoomDirectory directory = new RoomDirectory();
        directory.on(planned("old", new ProtectedItem(ProtectedItem.Type.CONCERT_DATE, "d1")));
        directory.on(new ProtectionEnded(new RoomId("old"), TestRoom.NOW));
        directory.on(planned(
                "r1",
                new ProtectedItem(ProtectedItem.Type.CONCERT_DATE, "d1"),
                new ProtectedItem(ProtectedItem.Type.COUPON, "1")));
        directory.on(planned("r2", new ProtectedItem(ProtectedItem.Type.PRODUCT, "mug")));
        return directory;
    }

    /** A directory without a room has no event, and so no snapshot. */
    private static RoomDirectory fresh() {
        RoomDirectory directory = new RoomDirectory();
        directory.on(planned("r1", new ProtectedItem(ProtectedItem.Type.COUPON, "1")));
        return directory;
    }

    private static RoomPlanned planned(String room, ProtectedItem... items) {
        RoomTerms terms = new RoomTerms("Sale", List.of(items), 50, 600, RoomOrder.FIFO, null, 60, 300, null);
        return new RoomPlanned(new RoomId(room), terms, TestRoom.NOW);
    }

    @Test
    void givenDirectory_whenStored_thenItIsTheApprovedJson() throws IOException {
        assertThat(json(everything())).isEqualTo(approved("RoomDirectory-1"));
        assertThat(json(fresh())).isEqualTo(approved("RoomDirectory-1-least"));
    }

    @Test
    void givenDirectory_whenStored_thenItsTypeAndRevisionAreAsStored() {
        SerializedObject<String> stored = serializer.serialize(fresh(), String.class);

        assertThat(stored.getType().getName()).isEqualTo("io.firstcome.command.waitingroom.domain.RoomDirectory");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
    }

    @Test
    void givenApprovedJson_whenRead_thenItIsTheDirectory() throws IOException {
        assertThat(read(approved("RoomDirectory-1"))).usingRecursiveComparison().isEqualTo(everything());
        assertThat(read(approved("RoomDirectory-1-least")))
                .usingRecursiveComparison()
                .isEqualTo(fresh());
    }

    private String json(RoomDirectory directory) {
        return serializer.serialize(directory, String.class).getData();
    }

    private RoomDirectory read(String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json, String.class, RoomDirectory.class.getName(), "1"));
    }

    private static String approved(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RoomDirectorySnapshotContractTest.class.getResourceAsStream(
                "/contracts/waiting-room/" + name + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
