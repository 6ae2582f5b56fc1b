package io.firstcome.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.processors.BatchResource;
import io.firstcome.query.ProductTestData;
import io.firstcome.query.QuerySide;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An {@link Error} does not end a processor: the batch is rolled back and tried again. */
class ProcessorErrorIT {

    private final QuerySide querySide = QuerySide.start();
    private final AtomicInteger errors = new AtomicInteger();

    @AfterEach
    void stop() {
        querySide.close();
    }

    private void assertTheViewGoesOn(MessageHandlerInterceptor<EventMessage<?>> interceptor) {
        EventProcessor processor = querySide
                .bean(EventProcessingConfiguration.class)
                .eventProcessor("stock")
                .orElseThrow();
        processor.registerHandlerInterceptor(interceptor);

        ProductTestData goods = new ProductTestData("1");
        querySide.store(List.of(goods.opened(10)));
        querySide.store(goods.held(4));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(querySide.rows("stock_view"))
                        .singleElement()
                        .satisfies(row -> assertThat(row).containsEntry("version", 4L)));
        assertThat(errors).as("errors were thrown").hasValueGreaterThanOrEqualTo(2);
        assertThat(querySide.deadLetters("stock")).isZero();
    }

    @Test
    void givenAHandlerThatThrowsAnError_whenTriedAgain_thenTheViewGoesOn() {
        assertTheViewGoesOn((batch, chain) -> {
            if (errors.incrementAndGet() <= 2) {
                throw new StackOverflowError("thrown by the test");
            }
            return chain.proceed();
        });
    }

    @Test
    void givenAWriterThatThrowsAnError_whenTriedAgain_thenTheViewGoesOn() {
        assertTheViewGoesOn((batch, chain) -> {
            BatchResource.of("broken", Object::new, made -> {
                if (errors.incrementAndGet() <= 2) {
                    throw new NoClassDefFoundError("thrown by the test");
                }
            });
            return chain.proceed();
        });
    }
}
