package io.firstcome.axon.processors;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/** Table {@code token_entry}: the positions of event processors, written in the transaction of their results. */
public final class TokenStores {

    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private TokenStores() {}

    /** @param dataSource by whose transactions the results are written */
    public static TokenStore on(DataSource dataSource, Serializer serializer) {
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
                .claimTimeout(CLAIM_TIMEOUT)
                .build();
    }

    /** Axon's default, {@code pid@host}, is not a node's own: containers repeat it, and so do two nodes in one JVM. */
    private static String newOwner() {
        return ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
    }
}
