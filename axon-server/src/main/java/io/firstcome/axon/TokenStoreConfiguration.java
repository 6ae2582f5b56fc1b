package io.firstcome.axon;

import io.firstcome.axon.store.EventStoreDatabase;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where event processors keep their positions: beside the read models, in the same transaction. */
@Configuration(proxyBeanMethods = false)
class TokenStoreConfiguration {

    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    /** @param schema unused here, but its tables must be there first */
    @Bean
    TokenStore tokenStore(DataSource dataSource, Serializer serializer, EventStoreDatabase schema) {
        return JdbcTokenStore.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .serializer(serializer)
                .claimTimeout(CLAIM_TIMEOUT)
                .build();
    }
}
