package io.firstcome.axon;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.processors.TokenStores;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where views keep their positions: beside the read models, in the same transaction. */
@Configuration(proxyBeanMethods = false)
class TokenStoreConfiguration {

    /** @param schema unused here, but its tables must be there first */
    @Bean
    TokenStore tokenStore(DataSource dataSource, Serializer serializer, EventStoreDatabase schema) {
        return TokenStores.on(dataSource, serializer);
    }
}
