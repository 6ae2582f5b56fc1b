package io.firstcome.command.process;

import io.firstcome.axon.serialization.Serializers;
import java.util.Collection;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.jdbc.GenericSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/**
 * Axon's saga store on tables {@code saga_entry} and {@code association_value_entry}: the state of a process is written in the
 * transaction of its position. Nothing is kept in memory.
 */
public final class ProcessSagaStore extends JdbcSagaStore {

    private ProcessSagaStore(Builder builder) {
        super(builder);
    }

    /**
     * @param dataSource that of the processors' positions
     * @param sagas the classes; their simple names are stored
     */
    public static ProcessSagaStore on(DataSource dataSource, Collection<Class<?>> sagas) {
        SagaSchema schema = SagaSchema.builder()
                .sagaEntryTable("saga_entry")
                .sagaIdColumn("saga_id")
                .sagaTypeColumn("saga_type")
                .revisionColumn("revision")
                .serializedSagaColumn("serialized_saga")
                .associationValueEntryTable("association_value_entry")
                .associationKeyColumn("association_key")
                .associationValueColumn("association_value")
                .build();
        Builder builder = JdbcSagaStore.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .sqlSchema(new GenericSagaSqlSchema(schema))
                .serializer(Serializers.forProcesses(sagas));
        return new ProcessSagaStore(builder);
    }

    /** A resolver that finds no value spares the look-up: Axon would ask the database all the same. */
    @Override
    @SuppressWarnings("NullAway") // Axon's resolvers may find no value
    public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
        return association.getValue() == null ? Set.of() : super.findSagas(sagaType, association);
    }
}
