package io.firstcome.consumer;

import io.firstcome.embedded.TestDatabase;
import io.firstcome.embedded.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** The application as it is, with topics and a database of its own, and short delays. */
final class RunningMailer implements AutoCloseable {

    final String topic = "coupon-" + UUID.randomUUID();
    final String retryTopic = topic + ".retry";
    final String deadLetterTopic = topic + ".dead-letter";
    private final ConfigurableApplicationContext context;

    private RunningMailer() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafkaServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        TestDatabase database = TestServers.database();
        context = new SpringApplicationBuilder(CouponMailer.class)
                .run(
                        "--mailer.topic=" + topic,
                        "--mailer.retry-topic=" + retryTopic,
                        "--mailer.dead-letter-topic=" + deadLetterTopic,
                        "--mailer.partitions=1",
                        "--mailer.retry.first-delay=20ms",
                        "--spring.kafka.bootstrap-servers=" + TestServers.kafkaServers(),
                        "--spring.datasource.url=" + database.freshDatabase(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.datasource.hikari.connection-timeout=500");
    }

    static RunningMailer start() {
        return new RunningMailer();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @SuppressWarnings("unchecked")
    void send(String key, String value) {
        bean(KafkaTemplate.class).send(topic, key, value).join();
    }

    /** The mails of a campaign, in the order in which they were written: who got which piece. */
    List<String> mails(Campaign campaign) {
        return bean(JdbcClient.class)
                .sql("SELECT CONCAT(user_id, ': ', body) FROM mail WHERE coupon_id = ? ORDER BY mail_id")
                .param(campaign.id)
                .query(String.class)
                .list();
    }

    int issued(Campaign campaign) {
        return bean(JdbcClient.class)
                .sql("SELECT COALESCE(SUM(issued), 0) FROM campaign WHERE coupon_id = ?")
                .param(campaign.id)
                .query(Integer.class)
                .single();
    }

    int held(Campaign campaign) {
        return bean(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM held_event WHERE event_key = ?")
                .param(campaign.id)
                .query(Integer.class)
                .single();
    }

    void forgetHeld(Campaign campaign) {
        bean(JdbcClient.class)
                .sql("DELETE FROM held_event WHERE event_key = ?")
                .param(campaign.id)
                .update();
    }

    /** What of the campaign was ever sent to the topic. */
    List<ConsumerRecord<String, String>> records(String of, Campaign campaign) {
        TopicPartition partition = new TopicPartition(of, 0);
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer("reader")) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found.stream().filter(record -> record.key().equals(campaign.id)).toList();
    }

    static KafkaConsumer<String, String> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestServers.kafkaServers(),
                        "group.id",
                        group,
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    @Override
    public void close() {
        context.close();
    }
}
