package io.firstcome.axon.processors;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The event processors as Spring beans: one for each {@link ProcessingGroupDefinition}. Both sides import it.
 *
 * <p>It needs {@code spring.datasource.*}: a processor's position is kept where its results are.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    EventProcessors.class,
    ViewDeadLetterQueues.class,
    ProcessDatabaseConfiguration.class,
    ProcessorFailures.class,
    ProcessorRestarter.class
})
public class ProcessingConfiguration {}
