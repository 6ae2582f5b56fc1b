package io.firstcome.node.query;

import io.firstcome.axon.EventStoreConfiguration;
import io.firstcome.query.QuerySideConfiguration;
import io.firstcome.web.WebConfiguration;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A stand-in. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = AxonDbSchedulerAutoConfiguration.class)
@Import({EventStoreConfiguration.class, WebConfiguration.class, QuerySideConfiguration.class})
public class QueryNode {
    public static void main(String[] arguments) {
        SpringApplication.run(QueryNode.class, arguments);
    }
}
