package io.firstcome.command.process;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.api.CardRequests;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;

/** Given-when-then on a process: what it sends at {@link ExampleOrder#NOW}, what it asks of the card gateway. */
public final class ProcessFixture<T> {

    private final SagaTestFixture<T> fixture;
    private final List<Record> cardRequests = new ArrayList<>();

    private ProcessFixture(Class<T> saga) {
        fixture = new SagaTestFixture<>(saga);
        ProcessCommands steps =
                command -> fixture.getCommandBus().dispatch(GenericCommandMessage.asCommandMessage(command));
        fixture.registerResource(steps);
        fixture.registerResource(cards(cardRequests));
    }

    public static <T> ProcessFixture<T> of(Class<T> saga) {
        return new ProcessFixture<>(saga);
    }

    /** A gateway that only notes. */
    public static CardRequests cards(List<Record> noted) {
        return new CardRequests() {
            @Override
            public void confirm(CardCharge charge) {
                noted.add(charge);
            }

            @Override
            public void cancel(CardRefund refund) {
                noted.add(refund);
            }
        };
    }

    /** After these events. */
    public ContinuedGivenState given(Object... events) {
        ContinuedGivenState given = fixture.givenCurrentTime(ExampleOrder.NOW);
        for (Object event : events) {
            given = given.andThenAPublished(event);
        }
        return given;
    }

    /** All that was asked of the card gateway. */
    public List<Record> cardRequests() {
        return cardRequests;
    }
}
