package io.firstcome.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.process.fulfilment.OrderFulfilmentSaga;
import io.firstcome.command.process.hold.Holds;
import io.firstcome.events.stock.HoldRefusal;
import java.util.List;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** The state of a process as it is stored. */
class StoredStateTest {

    private final Serializer serializer = Serializers.forProcesses(List.of(OrderFulfilmentSaga.class, Holds.class));

    @Test
    void givenHoldsHalfAnswered_whenStoredAndReadBack_thenNothingIsLost() {
        Holds holds = new Holds(Facts.FIRST_HOLD, Facts.LINES);
        holds.on(Facts.held(Facts.FIRST_HOLD, Facts.TEA));

        Holds read = serializer.deserialize(serializer.serialize(holds, String.class));
        read.on(Facts.refused(Facts.FIRST_HOLD, Facts.CUP));

        assertThat(read.areAllAnswered()).isTrue();
        assertThat(read.refusal()).isEqualTo(HoldRefusal.OUT_OF_STOCK);
        assertThat(read.releases(Facts.NOW)).hasSize(1);
        assertThat(read.holdId()).isEqualTo(Facts.FIRST_HOLD);
    }

    @Test
    void givenProcess_whenStored_thenItsTypeIsItsSimpleNameWithARevision() {
        SerializedObject<String> stored = serializer.serialize(new OrderFulfilmentSaga(), String.class);

        assertThat(stored.getType().getName()).isEqualTo("OrderFulfilmentSaga");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
    }
}
