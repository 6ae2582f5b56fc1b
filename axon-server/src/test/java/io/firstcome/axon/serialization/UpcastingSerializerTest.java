package io.firstcome.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.firstcome.axon.upcasting.Upcasters;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;

class UpcastingSerializerTest {

    private static final CouponClosed CLOSED =
            new CouponClosed(new CouponId("1"), "Sold elsewhere", Instant.parse("2026-11-20T09:00:00Z"));

    private final Serializer events = Serializers.forEvents();
    private final Serializer serializer = new UpcastingSerializer(events, Upcasters.chain());

    @Test
    void givenOldBytes_whenRead_thenItIsTheEventOfToday() {
        byte[] old = "{\"couponId\":\"1\",\"closedAt\":\"2026-11-20T09:00:00Z\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(serializer.<byte[], Object>deserialize(
                        new SimpleSerializedObject<>(old, byte[].class, "CouponClosed", "1")))
                .isEqualTo(new CouponClosed(CLOSED.couponId(), "Not recorded", CLOSED.closedAt()));
    }

    @Test
    void givenEventOfToday_whenWrittenAndRead_thenItIsTheSame() {
        SerializedObject<byte[]> written = serializer.serialize(CLOSED, byte[].class);

        assertThat(written.getData())
                .isEqualTo(events.serialize(CLOSED, byte[].class).getData());
        assertThat(written.getType()).isEqualTo(events.typeForClass(CouponClosed.class));
        assertThat(written.getType().getRevision()).isEqualTo("2");
        assertThat(serializer.<byte[], Object>deserialize(written)).isEqualTo(CLOSED);
    }

    @Test
    void givenMetaData_whenWrittenAndRead_thenItIsTheSame() {
        MetaData metaData = MetaData.from(Map.of("userId", "u1"));

        assertThat(serializer.<byte[], Object>deserialize(serializer.serialize(metaData, byte[].class)))
                .isEqualTo(metaData);
    }

    @Test
    void givenUnknownName_whenRead_thenItIsMarkedUnknown() {
        assertThat(serializer.<String, Object>deserialize(
                        new SimpleSerializedObject<>("{}", String.class, "CouponPainted", "1")))
                .isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void givenUpcasterThatDropsEvents_whenRead_thenItFails() {
        Serializer dropping = new UpcastingSerializer(events, stored -> Stream.empty());

        assertThatIllegalStateException()
                .isThrownBy(() -> dropping.deserialize(events.serialize(CLOSED, byte[].class)))
                .withMessageContaining("CouponClosed");
    }
}
