package io.firstcome.axon.processors;

import io.firstcome.axon.serialization.UpcastingSerializer;
import io.firstcome.axon.upcasting.Upcasters;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes the queue of dead letters of each view, on the data source and in the transactions of its rows. */
public class ViewDeadLetterQueues {

    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;
    private final Serializer general;
    private final Serializer events;

    ViewDeadLetterQueues(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.general = general;
        this.events = new UpcastingSerializer(events, Upcasters.chain());
    }

    /**
     * A queue for {@code group}.
     *
     * @param sequencing which events belong together: when one is dead-lettered, the later ones of its sequence are too
     */
    public ViewDeadLetterQueue queue(String group, SequencingPolicy<? super EventMessage<?>> sequencing) {
        JdbcSequencedDeadLetterQueue.Builder<EventMessage<?>> builder =
                JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                        .transactionManager(new SpringTransactionManager(transactions))
                        .genericSerializer(general)
                        .eventSerializer(events);
        return new ViewDeadLetterQueue(group, sequencing, new JdbcTemplate(dataSource), builder);
    }
}
