package io.firstcome.consumer;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens to an event that fails:
 *
 * <ul>
 *   <li>the database fails: it is tried again every second, for as long as it takes. Nothing is wrong with the event;
 *   <li>on the topic of coupons: it goes to the retry topic at once, so that other keys go on;
 *   <li>on the retry topic: it is tried again there, after increasing delays; then it goes to the dead-letter topic;
 *   <li>it can't be read, or an earlier one of its key is held: no retry. {@link FailedEvents} knows where it goes.
 * </ul>
 */
@Configuration(proxyBeanMethods = false)
class ErrorHandling {

    private static final BackOff UNTIL_IT_IS_BACK = new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS);
    private static final BackOff NO_RETRY = new FixedBackOff(0, 0);

    @Bean
    DefaultErrorHandler errorHandler(FailedEvents failedEvents, MailerProperties properties) {
        DefaultErrorHandler handler = new DefaultErrorHandler(failedEvents);
        handler.addNotRetryableExceptions(UnreadableEventException.class, EarlierEventHeldException.class);
        handler.setBackOffFunction((record, error) -> backOff(record, error, properties));
        return handler;
    }

    private static BackOff backOff(ConsumerRecord<?, ?> record, Throwable error, MailerProperties properties) {
        if (isOutage(error)) {
            return UNTIL_IT_IS_BACK;
        }
        if (!record.topic().equals(properties.retryTopic())) {
            return NO_RETRY;
        }
        MailerProperties.Retry retry = properties.retry();
        ExponentialBackOff increasing =
                new ExponentialBackOff(retry.firstDelay().toMillis(), retry.factor());
        increasing.setMaxAttempts(retry.retries());
        return increasing;
    }

    private static boolean isOutage(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }

    /** Events wait here for as long as they are held: the topics keep them. */
    @Bean
    KafkaAdmin.NewTopics topics(MailerProperties properties) {
        return new KafkaAdmin.NewTopics(
                topic(properties.retryTopic(), properties), topic(properties.deadLetterTopic(), properties));
    }

    private static NewTopic topic(String name, MailerProperties properties) {
        return TopicBuilder.name(name)
                .partitions(properties.partitions())
                .replicas(properties.replication())
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .build();
    }
}
