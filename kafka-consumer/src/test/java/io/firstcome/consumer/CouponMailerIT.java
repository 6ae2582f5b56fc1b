package io.firstcome.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.embedded.TestServers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import tools.jackson.databind.json.JsonMapper;

/** Each event once and in order for each key, whatever fails. */
class CouponMailerIT {

    private static RunningMailer mailer;

    private final Campaign campaign = new Campaign();

    @BeforeAll
    static void start() {
        mailer = RunningMailer.start();
    }

    @AfterAll
    static void stop() {
        mailer.close();
    }

    private void send(String event) {
        mailer.send(campaign.id, event);
    }

    private void awaitMails(String... ofUsers) {
        await().untilAsserted(() -> assertThat(users()).containsExactly(ofUsers));
    }

    private List<String> users() {
        return mailer.mails(campaign).stream()
                .map(mail -> mail.substring(0, mail.indexOf(':')))
                .toList();
    }

    private List<ConsumerRecord<String, String>> deadLetters() {
        return mailer.records(mailer.deadLetterTopic, campaign);
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void givenARecordThatComesTwice_whenConsumed_thenItIsDoneOnce() {
        send(campaign.created());
        String issued = campaign.issued("anna");
        send(issued);
        send(issued);
        send(campaign.issued("ben"));

        awaitMails("anna", "ben");
        assertThat(mailer.issued(campaign)).isEqualTo(2);
        assertThat(mailer.mails(campaign)).element(0).asString().startsWith("anna: You have piece 1 of Frühling");
    }

    /** The negative control. */
    @Test
    void givenNoInbox_whenARecordComesTwice_thenTheCountIsWrong() {
        CouponMails mails = mailer.bean(CouponMails.class);
        mails.onCreated(JsonMapper.shared().readTree(campaign.created()).get("data"));
        String issued = campaign.issued("anna");
        mails.onIssued(JsonMapper.shared().readTree(issued).get("data"));
        mails.onIssued(JsonMapper.shared().readTree(issued).get("data"));

        assertThat(mailer.issued(campaign)).isEqualTo(2);
    }

    @Test
    void givenARecordThatFailsTwice_whenLaterOnesCome_thenItsKeyKeepsItsOrderAndOthersGoOn() {
        Campaign other = new Campaign();
        mailer.bean(BreakableMails.class).breakFor("failing-twice", 2);
        send(campaign.created());
        send(campaign.issued("failing-twice"));
        send(campaign.issued("ben"));
        mailer.send(other.id, other.created());
        mailer.send(other.id, other.issued("carl"));
        send(campaign.issued("dora"));

        awaitMails("failing-twice", "ben", "dora");
        assertThat(mailer.issued(campaign)).isEqualTo(3);
        await().until(() -> mailer.held(campaign) == 0);
        assertThat(deadLetters()).isEmpty();
        assertThat(mailer.mails(other)).hasSize(1);
        assertThat(mailer.records(mailer.retryTopic, other)).isEmpty();
    }

    /** The negative control: a consumer that does not hold the later ones. */
    @Test
    void givenNoHeldEvents_whenARecordFails_thenALaterOneOvertakesIt() {
        BreakableMails mails = mailer.bean(BreakableMails.class);
        mails.breakFor("overtaken", BreakableMails.ALWAYS);
        send(campaign.created());
        send(campaign.issued("overtaken"));
        await().until(() -> deadLetters().size() == 1);
        mails.repairFor("overtaken");

        mailer.forgetHeld(campaign);
        send(campaign.issued("ben"));
        awaitMails("ben");
        mailer.bean(Redrive.class).run();

        awaitMails("ben", "overtaken");
    }

    @Test
    void givenARecordThatAlwaysFails_whenItsRetriesAreUsedUp_thenItIsADeadLetterUntilItIsRedriven() {
        mailer.bean(BreakableMails.class).breakFor("unreachable", BreakableMails.ALWAYS);
        send(campaign.created());
        send(campaign.issued("anna"));
        send(campaign.issued("unreachable"));
        send(campaign.issued("ben"));

        await().until(() -> deadLetters().size() == 2);
        ConsumerRecord<String, String> first = deadLetters().getFirst();
        ConsumerRecord<String, String> second = deadLetters().getLast();
        assertThat(header(first, "reason")).isEqualTo("No mail reaches unreachable");
        assertThat(header(first, "error")).isEqualTo("java.lang.IllegalStateException");
        assertThat(header(first, "origin")).startsWith(mailer.topic + "-0@");
        assertThat(header(second, "reason"))
                .isEqualTo("It waits for the earlier event " + Event.read(first).id() + ", a dead letter");
        assertThat(users()).containsExactly("anna");

        mailer.bean(BreakableMails.class).repairFor("unreachable");
        mailer.bean(Redrive.class).run();
        send(campaign.issued("carl"));

        awaitMails("anna", "unreachable", "ben", "carl");
        assertThat(mailer.issued(campaign)).isEqualTo(4);
        await().until(() -> mailer.held(campaign) == 0);
        assertThat(mailer.bean(Redrive.class).run()).isZero();
    }

    @Test
    void givenAnUnreadableRecord_whenConsumed_thenItIsADeadLetterAtOnceAndItsKeyGoesOn() {
        send(campaign.created());
        send("{\"id\": \"1");
        send("{\"id\": \"an event without a type\"}");
        send(campaign.issued("anna"));

        awaitMails("anna");
        assertThat(deadLetters())
                .extracting(letter -> header(letter, "error"))
                .containsOnly(UnreadableEventException.class.getName())
                .hasSize(2);
        assertThat(mailer.records(mailer.retryTopic, campaign)).isEmpty();
    }

    @Test
    void givenATypeThatItDoesNotKnow_whenConsumed_thenItIsIgnoredAndCounted() {
        send(campaign.created());
        send(campaign.closed());
        send(campaign.issued("anna"));

        awaitMails("anna");
        Counter ignored = mailer.bean(MeterRegistry.class)
                .get("mailer.ignored")
                .tag("type", "io.firstcome.coupon.CouponClosed.v1")
                .counter();
        assertThat(ignored.count()).isEqualTo(1);
        assertThat(deadLetters()).isEmpty();
    }

    /** Stops the listener and does its work by hand, up to the moment before it commits the offset. */
    @Test
    void givenACrashBetweenEffectAndOffset_whenItStartsAgain_thenTheRecordComesAgainAndIsDoneOnce() {
        MessageListenerContainer listener = Objects.requireNonNull(
                mailer.bean(KafkaListenerEndpointRegistry.class).getListenerContainer("coupon-mailer"));
        listener.stop();
        send(campaign.created());
        send(campaign.issued("anna"));
        TopicPartition partition = new TopicPartition(mailer.topic, 0);
        try (KafkaConsumer<String, String> crashing = RunningMailer.consumer("coupon-mailer")) {
            crashing.subscribe(List.of(mailer.topic));
            ConsumerRecords<String, String> records =
                    await().until(() -> crashing.poll(Duration.ofMillis(200)), polled -> !polled.isEmpty());
            records.forEach(mailer.bean(CouponListener.class)::on);
            assertThat(users()).containsExactly("anna");
            assertThat(crashing.committed(Set.of(partition)).get(partition))
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            some -> assertThat(some.offset()).isLessThan(crashing.position(partition) - 1));
        }

        listener.start();
        send(campaign.issued("ben"));

        awaitMails("anna", "ben");
        assertThat(mailer.issued(campaign)).isEqualTo(2);
    }

    @Test
    @DisabledIfSystemProperty(named = "firstcome.test.mysql", matches = ".+", disabledReason = "stops the server")
    void givenNoDatabase_whenRecordsCome_thenTheyWaitWhereTheyAre() {
        send(campaign.created());
        send(campaign.issued("anna"));
        awaitMails("anna");
        double before = failures();
        TestServers.mariaDb().stop();
        try {
            send(campaign.issued("ben"));
            await().atMost(Duration.ofSeconds(20)).until(() -> failures() > before);
        } finally {
            TestServers.mariaDb().start();
        }

        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(users()).containsExactly("anna", "ben"));
        assertThat(mailer.records(mailer.retryTopic, campaign)).isEmpty();
        assertThat(deadLetters()).isEmpty();
    }

    private static double failures() {
        return mailer.bean(MeterRegistry.class).find("spring.kafka.listener").tag("result", "failure").timers().stream()
                .mapToDouble(timer -> timer.count())
                .sum();
    }
}
