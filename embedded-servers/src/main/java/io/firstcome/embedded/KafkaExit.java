package io.firstcome.embedded;

import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A broker that finds itself damaged ends its JVM. Inside ours it must not: selling goes on without Kafka. */
final class KafkaExit {
    private static final Logger log = LoggerFactory.getLogger(KafkaExit.class);

    private KafkaExit() {}

    static void shieldJvm() {
        Exit.setExitProcedure(KafkaExit::refuse);
        Exit.setHaltProcedure(KafkaExit::refuse);
    }

    private static void refuse(int status, String message) {
        log.error("The embedded Kafka wanted to end the JVM with code {}: {}", status, message);
        throw new EmbeddedServerException("The embedded Kafka has failed: " + message);
    }
}
