package io.firstcome.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.coupon.CouponId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A snapshot is an aggregate's fields, however private, and nothing that it computes. */
class SnapshotSerializerTest {

    private final Serializer serializer = Serializers.forSnapshots(List.of());

    @Test
    void givenPrivateState_whenStored_thenItIsTheFieldsAlone() {
        State state = new State();
        state.id = new CouponId("007");
        state.count = 3;

        assertThat(serializer.serialize(state, String.class).getData()).isEqualTo("{\"count\":3,\"id\":\"007\"}");
    }

    @Test
    void givenStoredState_whenRead_thenItIsTheSame() {
        State state = read("{\"count\":3,\"id\":\"007\",\"since\":\"2026-11-20T09:00:00.123456Z\"}");

        assertThat(state.id).isEqualTo(new CouponId("007"));
        assertThat(state.count).isEqualTo(3);
        assertThat(state.since).isEqualTo(Instant.parse("2026-11-20T09:00:00.123456Z"));
    }

    @Test
    void givenStateOfAnotherVersion_whenRead_thenUnknownFieldsAreIgnoredAndAbsentOnesKeepTheirStart() {
        State state = read("{\"gone\":[1,{\"deep\":true}]}");

        assertThat(state.id).isNull();
        assertThat(state.count).isEqualTo(7);
    }

    private State read(String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, State.class.getName(), null));
    }

    /** Like an aggregate. */
    static final class State {

        private @Nullable CouponId id;
        private int count = 7;
        private @Nullable Instant since;

        private State() {}

        int getDoubled() {
            return count * 2;
        }

        boolean isMany() {
            return getDoubled() > 10;
        }
    }
}
