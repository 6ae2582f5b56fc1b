package io.firstcome.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A processor's position, also in the middle of a rebuild, survives a restart. */
class TokenContractTest {

    private final Serializer serializer = Serializers.general();

    static Stream<TrackingToken> tokens() {
        TrackingToken atReset = new GlobalSequenceTrackingToken(9_000_000_000L);
        TrackingToken current = new GlobalSequenceTrackingToken(41);
        return Stream.of(
                new GlobalSequenceTrackingToken(0),
                atReset,
                ReplayToken.createReplayToken(atReset),
                ReplayToken.createReplayToken(atReset, current),
                ReplayToken.createReplayToken(atReset, current, "asked for by operator"),
                ((ReplayToken) ReplayToken.createReplayToken(atReset, current))
                        .advancedTo(new GlobalSequenceTrackingToken(42)),
                MergedTrackingToken.merged(current, ReplayToken.createReplayToken(atReset, current)));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void givenToken_whenStoredAndRead_thenItIsTheSame(TrackingToken token) {
        SerializedObject<byte[]> stored = serializer.serialize(token, byte[].class);
        TrackingToken read = serializer.deserialize(stored);

        assertThat(read).isEqualTo(token).hasSameClassAs(token);
        assertThat(ReplayToken.isReplay(read)).isEqualTo(ReplayToken.isReplay(token));
        assertThat(read.position()).isEqualTo(token.position());
    }

    @Test
    void givenReplayTokenWithContext_whenRead_thenTheContextIsThere() {
        TrackingToken token = ReplayToken.createReplayToken(
                new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(1), "why");
        TrackingToken read = serializer.deserialize(serializer.serialize(token, byte[].class));

        assertThat(ReplayToken.replayContext(read, String.class)).contains("why");
    }

    /** The negative control: what a serializer without our type validator does. */
    @Test
    void givenPlainJackson_whenAReplayTokenIsStored_thenItIsNeverReadBack() {
        Serializer plain = Jackson3Serializer.builder().build();
        TrackingToken token = ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9));
        SerializedObject<byte[]> stored = plain.serialize(token, byte[].class);

        assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> plain.deserialize(stored));
    }

    @Test
    void givenMetaDataOfAnEvent_whenStoredAndRead_thenItIsTheSame() {
        MetaData metaData = MetaData.from(Map.of(
                "userId",
                "7",
                "traceId",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "causationId",
                "c",
                "correlationId",
                "d"));
        Serializer events = Serializers.forEvents();

        assertThat(events.<byte[], MetaData>deserialize(events.serialize(metaData, byte[].class)))
                .isEqualTo(metaData);
    }
}
