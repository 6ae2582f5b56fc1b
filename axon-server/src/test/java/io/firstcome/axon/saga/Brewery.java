package io.firstcome.axon.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.firstcome.axon.processing.CurrentProcessor;
import io.firstcome.axon.processing.LateTransactions;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.store.EventStoreDatabase;
import io.firstcome.embedded.EmbeddedMariaDb;
import io.firstcome.embedded.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSaga;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A database with processes, and units of work in which they are handled. */
final class Brewery {

    static final AssociationValue POT = new AssociationValue("pot", "1");
    static final int KEPT = 100;
    static final AssociationValue CUP = new AssociationValue("cup", "7");

    private final EmbeddedMariaDb server = TestServers.mariaDb();
    private final String url = server.freshDatabase();
    final HikariDataSource dataSource = new HikariDataSource();
    final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    final BatchedSagaStore store = store();
    final AnnotatedSagaRepository<Brewing> here = repository(store);

    /** A process with a state. */
    public static final class Brewing {
        int minutes;

        public Brewing() {}
    }

    /** With the tables of today. */
    static Brewery open() {
        Brewery made = empty();
        try (EventStoreDatabase database = new EventStoreDatabase(
                made.url, made.server.username(), made.server.password(), 2, Duration.ofSeconds(5))) {
            database.migrate();
        }
        return made;
    }

    /** Without tables. */
    static Brewery empty() {
        return new Brewery();
    }

    private Brewery() {
        dataSource.setJdbcUrl(url);
        dataSource.setUsername(server.username());
        dataSource.setPassword(server.password());
    }

    static Serializer serializer() {
        return Serializers.forProcesses(List.of(Brewing.class));
    }

    BatchedSagaStore store() {
        return new BatchedSagaStore(jdbc, serializer(), KEPT);
    }

    static AnnotatedSagaRepository<Brewing> repository(SagaStore<Object> store) {
        return AnnotatedSagaRepository.<Brewing>builder()
                .sagaType(Brewing.class)
                .sagaStore(store)
                .build();
    }

    void close() {
        dataSource.close();
    }

    static EventMessage<?> event() {
        return GenericEventMessage.asEventMessage("something");
    }

    void begin(String id, int minutes) {
        batch(work -> create(id, minutes));
    }

    void create(String id, int minutes) {
        assertThat(here.find(POT)).doesNotContain(id);
        create(here, id, minutes, POT);
    }

    void create(String id, int minutes, AssociationValue association) {
        create(here, id, minutes, association);
    }

    /** On another server. */
    void create(BatchedSagaStore there, String id, int minutes) {
        create(repository(there), id, minutes, POT);
    }

    private static void create(
            AnnotatedSagaRepository<Brewing> repository, String id, int minutes, AssociationValue association) {
        AnnotatedSaga<Brewing> saga = (AnnotatedSaga<Brewing>) repository.createInstance(id, Brewing::new);
        saga.root().minutes = minutes;
        saga.getAssociationValues().add(association);
    }

    static AnnotatedSaga<Brewing> load(AnnotatedSagaRepository<Brewing> repository, String id) {
        return (AnnotatedSaga<Brewing>) repository.load(id);
    }

    static void end(AnnotatedSaga<Brewing> saga) {
        saga.execute(brewing -> SagaLifecycle.end());
    }

    long rows() {
        Long rows = jdbc.queryForObject("SELECT COUNT(*) FROM saga_entry", Long.class);
        return rows == null ? 0 : rows;
    }

    /** Of the one process that there is, as others see it. */
    @Nullable
    Integer storedMinutes() {
        return jdbc.queryForObject("SELECT JSON_VALUE(serialized_saga, '$.minutes') FROM saga_entry", Integer.class);
    }

    /** What a processor does with a batch of events. */
    void batch(Consumer<UnitOfWork<?>> work) {
        inUnitOfWork(true, work);
    }

    /** Of a processor whose batches are written only when {@link #writeAll} is called. */
    LateTransactions late() {
        return new LateTransactions(
                "brewing", transactions(), () -> List.of(store), position -> true, Duration.ofHours(1));
    }

    private TransactionManager transactions() {
        return new SpringTransactionManager(new JdbcTransactionManager(dataSource));
    }

    void batch(LateTransactions late, Consumer<UnitOfWork<?>> work) {
        inUnitOfWork(true, late, unit -> {
            unit.onPrepareCommit(ready -> late.note(new GlobalSequenceTrackingToken(1), () -> {}));
            work.accept(unit);
        });
    }

    void writeAll(LateTransactions late) {
        inUnitOfWork(true, late, unit -> LateTransactions.begin());
    }

    void inUnitOfWork(boolean ofProcessor, Consumer<UnitOfWork<?>> work) {
        inUnitOfWork(ofProcessor, transactions(), work);
    }

    private static void inUnitOfWork(
            boolean ofProcessor, TransactionManager transactions, Consumer<UnitOfWork<?>> work) {
        UnitOfWork<EventMessage<?>> unit = new DefaultUnitOfWork<>(event());
        unit.start();
        unit.attachTransaction(transactions);
        InterceptorChain handlers = () -> {
            work.accept(unit);
            return null;
        };
        unit.executeWithResult(() -> ofProcessor
                        ? CurrentProcessor.interceptor("brewing", false).handle(unit, handlers)
                        : handlers.proceed())
                .optionalExceptionResult()
                .ifPresent(failure -> {
                    throw (RuntimeException) failure;
                });
    }
}
