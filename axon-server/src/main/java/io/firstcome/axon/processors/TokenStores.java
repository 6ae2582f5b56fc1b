package io.firstcome.axon.processors;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/** Table {@code token_entry}: the positions of event processors, written in the transaction of their results. */
public final class TokenStores {

    /** After which a claim that nobody has extended ends. */
    static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private TokenStores() {}

    /** @param dataSource by whose transactions the results are written */
    public static TokenStore on(DataSource dataSource, Serializer serializer) {
        return builder(dataSource, serializer).build();
    }

    /**
     * The same for a node that shares segments with others.
     *
     * @param isMine whether this node is to run a segment of a processor
     */
    static TokenStore on(DataSource dataSource, Serializer serializer, BiPredicate<String, Integer> isMine) {
        return new Shared(builder(dataSource, serializer), isMine);
    }

    /** Offers a node only those free segments that it is to run. */
    private static final class Shared extends JdbcTokenStore {

        private final BiPredicate<String, Integer> isMine;

        private Shared(JdbcTokenStore.Builder builder, BiPredicate<String, Integer> isMine) {
            super(builder);
            this.isMine = isMine;
        }

        @Override
        public List<Segment> fetchAvailableSegments(String processorName) {
            return super.fetchAvailableSegments(processorName).stream()
                    .filter(segment -> isMine.test(processorName, segment.getSegmentId()))
                    .toList();
        }
    }

    private static JdbcTokenStore.Builder builder(DataSource dataSource, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .serializer(serializer)
                .nodeId(newOwner())
                .claimTimeout(CLAIM_TIMEOUT);
    }

    /** Axon's default, {@code pid@host}, is not a node's own: containers repeat it, and so do two nodes in one JVM. */
    private static String newOwner() {
        return ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
    }
}
