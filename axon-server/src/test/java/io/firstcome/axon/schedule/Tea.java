package io.firstcome.axon.schedule;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/** A cup of tea gets cold at its deadline. */
public class Tea {

    static final List<String> COLD = new CopyOnWriteArrayList<>();

    record Poured(String cup, Instant coldAt) {}

    @StartSaga
    @SagaEventHandler(associationProperty = "cup")
    void on(Poured event, DeadlineManager deadlines) {
        deadlines.schedule(event.coldAt(), "cold", event.cup());
    }

    @EndSaga
    @DeadlineHandler(deadlineName = "cold")
    void cold(String cup) {
        COLD.add(cup);
    }
}
