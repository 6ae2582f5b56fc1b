package io.firstcome.query.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.processors.ProcessorFailures;
import io.firstcome.embedded.TestServers;
import io.firstcome.query.CouponTestData;
import io.firstcome.query.OrderTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.query.WalletTestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.axonframework.config.EventProcessingConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outsiders read every event, in order for each coupon, whatever happens to the broker. */
class KafkaBridgeIT {

    private final String first = UUID.randomUUID().toString();
    private final String second = UUID.randomUUID().toString();
    private QuerySide querySide;

    @BeforeEach
    void start() {
        TestServers.kafka().start();
        querySide = QuerySide.start(
                Map.of("firstcome.kafka.bootstrap-servers", TestServers.kafka().bootstrapServers()));
    }

    @AfterEach
    void stop() {
        TestServers.kafka().start();
        querySide.close();
    }

    private static KafkaConsumer<String, String> consumer(String topic) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestServers.kafka().bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        UUID.randomUUID().toString(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    /** What a consumer that was away until now reads of one coupon, without what comes twice. */
    private static List<JsonNode> read(String couponId, int expected) {
        return read("firstcome.coupon", couponId, expected);
    }

    private static List<JsonNode> read(String topic, String key, int expected) {
        List<JsonNode> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (KafkaConsumer<String, String> consumer = consumer(topic)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode event = JsonMapper.shared().readTree(record.value());
                    if (key.equals(record.key()) && ids.add(event.get("id").asString())) {
                        found.add(event);
                    }
                }
                return found.size() >= expected;
            });
        }
        return found;
    }

    private static List<Long> sequences(List<JsonNode> events) {
        return events.stream()
                .map(event -> Long.valueOf(event.get("sequence").asString()))
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(0, last).boxed().toList();
    }

    @Test
    void givenEvents_whenAnOutsiderReads_thenTheyAreStructuredCloudEvents() {
        CouponTestData campaign = new CouponTestData(first);
        querySide.store(List.of(campaign.created(5), campaign.issued("7")));

        List<JsonNode> events = read(first, 2);

        JsonNode issued = events.get(1);
        assertThat(issued.get("specversion").asString()).isEqualTo("1.0");
        assertThat(issued.get("type").asString()).isEqualTo("io.firstcome.coupon.CouponIssued.v1");
        assertThat(issued.get("source").asString()).isEqualTo("/firstcome/coupon");
        assertThat(issued.get("subject").asString()).isEqualTo(first);
        assertThat(issued.get("datacontenttype").asString()).isEqualTo("application/json");
        assertThat(issued.get("sequence").asString()).isEqualTo("1");
        assertThat(issued.get("position").asString()).isEqualTo("2");
        assertThat(issued.get("data").get("userId").asString()).isEqualTo("7");
        assertThat(issued.get("data").get("issuedAt").asString()).isEqualTo(CouponTestData.AT.toString());
        assertThat(issued.get("id").asString())
                .isEqualTo(querySide
                        .jdbc()
                        .queryForObject("SELECT event_id FROM domain_event WHERE position = 2", String.class));
    }

    @Test
    void givenAPurchase_whenOutsidersRead_thenEachContextHasItsTopicAndNoSecretIsOut() {
        OrderTestData purchase = new OrderTestData(first, second);
        WalletTestData purse = new WalletTestData(second);
        querySide.store(purchase.bought());
        querySide.store(List.of(purse.charged(5_000), purse.spent(first, 1_000)));

        List<JsonNode> order = read("firstcome.order", first, 4);
        List<JsonNode> payment = read("firstcome.payment", purchase.payment(), 2);
        List<JsonNode> wallet = read("firstcome.wallet", second, 2);

        assertThat(order.get(3).get("type").asString()).isEqualTo("io.firstcome.order.OrderPaid.v1");
        assertThat(payment.get(1).get("type").asString()).isEqualTo("io.firstcome.payment.PaymentApproved.v1");
        assertThat(wallet.get(1).get("data").get("balance").asLong()).isEqualTo(4_000);
        assertThat(order.toString() + payment).doesNotContain("secret-key", "Ürümqi");
        assertThat(sequences(order)).isEqualTo(upTo(3));
    }

    @Test
    void givenABrokerThatStopsAndStarts_whenEventsFlow_thenNothingIsMissingOrOutOfOrder() {
        CouponTestData one = new CouponTestData(first);
        CouponTestData two = new CouponTestData(second);
        querySide.store(List.of(one.created(1_000), two.created(1_000)));
        for (int i = 0; i < 40; i++) {
            querySide.store(one.issued(10));
            querySide.store(two.issued(10));
            if (i == 10) {
                TestServers.kafka().stop();
            }
            if (i == 30) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> querySide.bean(ProcessorFailures.class).reason("kafka-bridge") != null);
                TestServers.kafka().start();
            }
        }
        await().atMost(Duration.ofSeconds(90))
                .until(() -> sequences(read(first, 401)).equals(upTo(400)));

        assertThat(sequences(read(second, 401))).isEqualTo(upTo(400));
        querySide.awaitCaughtUp();
        assertThat(querySide.bean(ProcessorFailures.class).reason("kafka-bridge"))
                .isNull();
        assertThat(querySide.deadLetters("kafka-bridge")).isZero();
    }

    @Test
    void givenNoBrokerAtTheStart_whenItComes_thenAllEventsFollowAndTheViewsHaveNotWaited() {
        TestServers.kafka().stop();
        querySide.close();
        querySide = querySide.again();
        CouponTestData campaign = new CouponTestData(first);
        querySide.store(List.of(campaign.created(10)));
        querySide.store(campaign.issued(3));
        await().until(() -> querySide
                .jdbc()
                .queryForList("SELECT issued FROM coupon_view WHERE coupon_id = ?", Integer.class, first)
                .equals(List.of(3)));

        TestServers.kafka().start();

        assertThat(sequences(read(first, 4))).isEqualTo(upTo(3));
    }

    @Test
    void givenTheBridge_whenARebuildIsPossible_thenNotForIt() {
        assertThat(querySide
                        .bean(EventProcessingConfiguration.class)
                        .eventProcessor("kafka-bridge", org.axonframework.eventhandling.StreamingEventProcessor.class)
                        .orElseThrow()
                        .supportsReset())
                .isFalse();
    }
}
