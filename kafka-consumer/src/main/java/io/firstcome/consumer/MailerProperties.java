package io.firstcome.consumer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code mailer.*}.
 *
 * @param topic what it reads
 * @param retryTopic where events wait that have failed, and later ones of the same key
 * @param deadLetterTopic where events wait for somebody to repair what they fail with
 * @param partitions of the retry topic and of the dead-letter topic
 * @param replication of both; 3 in production
 */
@ConfigurationProperties("mailer")
record MailerProperties(
        String topic, String retryTopic, String deadLetterTopic, int partitions, short replication, Retry retry) {

    /**
     * When a failed event is tried again.
     *
     * @param firstDelay before the first retry
     * @param factor by which each further delay is longer
     * @param retries how many there are before the event is a dead letter
     */
    record Retry(Duration firstDelay, double factor, int retries) {}
}
