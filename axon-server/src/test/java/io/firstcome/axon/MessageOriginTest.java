package io.firstcome.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.processors.CurrentProcessor;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

class MessageOriginTest {

    private static final EventMessage<String> FIRST = new GenericEventMessage<>("payload");
    private static final EventMessage<String> LATER = new GenericEventMessage<>(
            "payload", Map.of("correlationId", "the first", "userId", "7", "traceId", "a trace", "other", "stays"));

    private final MessageOrigin origin = new MessageOrigin();

    @Test
    void givenTheFirstMessage_whenItCausesAnother_thenItIsItsCauseAndTheFirstOfTheChain() {
        assertThat(origin.correlationDataFor(FIRST))
                .isEqualTo(Map.of("causationId", FIRST.getIdentifier(), "correlationId", FIRST.getIdentifier()));
    }

    @Test
    void givenALaterMessage_whenItCausesAnother_thenTheChainTheUserAndTheTraceGoOn() {
        assertThat(origin.correlationDataFor(LATER))
                .isEqualTo(Map.of(
                        "causationId", LATER.getIdentifier(),
                        "correlationId", "the first",
                        "userId", "7",
                        "traceId", "a trace"));
    }

    @Test
    void givenAProcess_whenItHandlesAnEvent_thenTheChainGoesOn() throws Exception {
        assertThat(handedOnBy(false)).isEqualTo(origin.correlationDataFor(LATER));
    }

    @Test
    void givenAProcessorThatOnlyReads_whenItHandlesAnEvent_thenNothingIsHandedOn() throws Exception {
        assertThat(handedOnBy(true)).isEqualTo(MetaData.emptyInstance());
    }

    /** What a processor would hand on to a message that is made while it handles an event. */
    private Object handedOnBy(boolean onlyReads) throws Exception {
        UnitOfWork<EventMessage<?>> batch = DefaultUnitOfWork.startAndGet(LATER);
        batch.registerCorrelationDataProvider(origin);
        try {
            return CurrentProcessor.interceptor("processor", onlyReads)
                    .handle(
                            batch,
                            new DefaultInterceptorChain<>(batch, List.of(), event -> batch.getCorrelationData()));
        } finally {
            batch.rollback();
        }
    }
}
