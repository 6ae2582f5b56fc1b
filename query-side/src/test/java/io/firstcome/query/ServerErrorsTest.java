package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.processors.TransientFailures;
import io.lettuce.core.RedisCommandTimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.QueryTimeoutException;

/** The event processors know which errors of Redis and Kafka pass. */
class ServerErrorsTest {

    static Stream<Exception> passing() {
        return Stream.of(
                new QueryTimeoutException("slow", new RedisCommandTimeoutException("slow")),
                new TimeoutException("Kafka is away"),
                new IllegalStateException("wrapped", new TimeoutException("Kafka is away")));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void givenAServerThatIsAway_whenJudged_thenItIsTriedAgain(Exception fault) {
        assertThat(TransientFailures.isTransient(fault)).isTrue();
    }
}
