package io.firstcome.query.reconciliation;

import static io.firstcome.query.reconciliation.ReconciliationTestData.BEGIN;
import static io.firstcome.query.reconciliation.ReconciliationTestData.HOLD_EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firstcome.query.QuerySide;
import io.firstcome.query.consistency.KnownUntil;
import io.firstcome.query.reconciliation.ReconciliationQuery.FindDiscrepancies;
import io.firstcome.query.view.ViewFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found of orders and payments that stopped at any step, and when. Events come in small batches. */
class ReconcilerIT {

    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final Duration MICRO = Duration.ofNanos(1_000);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static QuerySide querySide;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start(Map.of("firstcome.processor.batch-size", 3));
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    private static Reconciler reconcilerAt(Instant now) {
        return new Reconciler(
                querySide.bean(ViewFrame.class),
                processor -> now,
                new ReconciliationProperties(GRACE, Duration.ofSeconds(15)));
    }

    private static List<DiscrepancyView> found(Instant now, String order) {
        ReconciliationQuery.Discrepancies found = reconcilerAt(now).handle(new FindDiscrepancies(null, 10_000));
        assertThat(found.next()).isNull();
        return found.items().stream()
                .filter(item -> item.orderId().equals(order))
                .toList();
    }

    private static Set<DiscrepancyKind> kinds(@Nullable String names) {
        return names == null
                ? EnumSet.noneOf(DiscrepancyKind.class)
                : Arrays.stream(names.split(" ")).map(DiscrepancyKind::valueOf).collect(Collectors.toSet());
    }

    private static EventProcessor processor() {
        return querySide
                .bean(EventProcessingConfiguration.class)
                .eventProcessor("reconciliation")
                .orElseThrow();
    }

    private static void happened(ReconciliationTestData trade, String steps) {
        querySide.store(trade.events(steps));
        querySide.awaitCaughtUp();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        placed                                                          | ORDER_NOT_DECIDED
        placed held-1                                                   | ORDER_NOT_DECIDED
        placed held-1 rejected                                          | STOCK_NOT_RELEASED
        placed held-1 rejected released-1                               |
        placed cancelled                                                |
        placed cancelled released-1 released-2                          |
        placed cancelled held-1                                         | STOCK_NOT_RELEASED
        placed cancelled held-1 released-1                              |
        asked expired                                                   | STOCK_NOT_RELEASED
        asked expired released-1                                        | STOCK_NOT_RELEASED
        asked expired released-1 released-2                             |
        asked cancelled                                                 | STOCK_NOT_RELEASED
        asked cancelled released-1 released-2                           |
        paying approved paid                                            | STOCK_NOT_SOLD
        paying approved paid sold-1                                     | STOCK_NOT_SOLD
        bought                                                          |
        bought shipped delivered                                        |
        bought cancelled-paid                                           | STOCK_NOT_RETURNED REFUND_NOT_STARTED
        bought cancelled-paid returned-1                                | STOCK_NOT_RETURNED REFUND_NOT_STARTED
        bought cancelled-paid returned-1 returned-2                     | REFUND_NOT_STARTED
        bought cancelled-paid returned-1 returned-2 refund-started      | REFUND_NOT_COMPLETED
        bought shipped delivered sent-back                              | STOCK_NOT_RETURNED REFUND_NOT_STARTED
        bought refund-started refunded                                  | REFUND_NOT_RECORDED COUPON_NOT_RESTORED
        bought refund-started refunded restored                         | REFUND_NOT_RECORDED
        bought refund-started refunded given-back                       | COUPON_NOT_RESTORED
        bought refund-started refunded given-back-restock restored      | STOCK_NOT_RETURNED
        bought shipped refund-started refunded given-back restored      |
        bought refund-started                                           | REFUND_NOT_COMPLETED
        bought refund-started card-refunded                             | REFUND_NOT_COMPLETED
        bought refund-started refunded-in-part                          |
        bought refund-started refund-failed                             |
        bought cancelled-paid returned-1 returned-2 refund-started refund-failed | REFUND_FAILED
        paying approved paid cancelled-paid                             | STOCK_NOT_RETURNED REFUND_NOT_STARTED
        paying approved paid cancelled-paid released-1 sold-2 returned-2 | REFUND_NOT_STARTED
        paying expired released-1 released-2 approved                   | PAYMENT_NOT_RECORDED
        paying expired released-1 released-2 approved late-expired      | REFUND_NOT_STARTED
        paying cancelled released-1 released-2 approved late-cancelled  | REFUND_NOT_STARTED
        paying expired released-1 released-2 approved late-expired held-late-1 | REFUND_NOT_STARTED STOCK_NOT_RELEASED
        paying expired released-1 released-2 approved late-expired held-late-1 held-late-2 paid-late | STOCK_NOT_SOLD
        paying expired released-1 released-2 approved late-expired held-late-1 held-late-2 paid-late sold-late-1 sold-late-2 |
        paying expired approved late-expired held-late-1 held-late-2 paid-late sold-late-1 sold-late-2 | STOCK_NOT_RELEASED
        paying expired released-1 released-2                            | PAYMENT_NOT_DECIDED
        paying expired released-1 released-2 unknown                    | PAYMENT_OUTCOME_UNKNOWN
        paying declined                                                 | PAYMENT_NOT_RECORDED COUPON_NOT_RESTORED POINTS_NOT_REFUNDED
        paying declined restored points-back                            | PAYMENT_NOT_RECORDED
        paying declined restored cancelled released-1 released-2        | POINTS_NOT_REFUNDED
        paying declined points-back cancelled released-1 released-2     | COUPON_NOT_RESTORED
        paying declined restored points-back cancelled released-1 released-2 |
        asked begun redemption-refused                                  | PAYMENT_NOT_RECORDED
        asked begun redemption-refused expired released-1 released-2    |
        """)
    void givenWhatHappened_whenNothingFollows_thenItIsListedAfterTheGrace(String steps, @Nullable String expected) {
        assertListed(steps, kinds(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        undone refund-started owed-failed                               | REFUND_FAILED COUPON_NOT_RESTORED
        undone refund-started owed-failed restored points-started       | REFUND_NOT_COMPLETED
        undone refund-started owed-failed restored points-started points-refunded | REFUND_FAILED
        undone refund-started owed-failed restored refund-started owed-failed-again | REFUND_FAILED
        undone refund-started owed-failed restored refund-started rest-refunded given-back |
        bought part-asked                                               | REFUND_NOT_STARTED
        bought part-asked refund-started                                | REFUND_NOT_COMPLETED
        bought part-asked refund-started refunded-in-part               |
        undone part-asked refund-started rest-refunded given-back       |
        """)
    void givenARefundThatWasRefusedOrAskedInPart_whenNothingFollows_thenItIsListedAfterTheGrace(
            String steps, @Nullable String expected) {
        assertListed(steps, kinds(expected));
    }

    private static void assertListed(String steps, Set<DiscrepancyKind> expected) {
        String order = "stopped-" + NAMES.incrementAndGet();
        ReconciliationTestData trade = new ReconciliationTestData(order);
        happened(trade, steps);
        assertThat(found(trade.now().plus(GRACE), order))
                .extracting(DiscrepancyView::kind)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(querySide.deadLetters("reconciliation")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        placed                     | ORDER_NOT_DECIDED
        asked cancelled            | STOCK_NOT_RELEASED
        paying approved paid       | STOCK_NOT_SOLD
        bought given-back-restock  | STOCK_NOT_RETURNED
        asked expired released-1 released-2 begun   | PAYMENT_NOT_DECIDED
        asked expired released-1 released-2 unknown | PAYMENT_OUTCOME_UNKNOWN
        bought approved            | PAYMENT_NOT_RECORDED
        bought late-cancelled      | REFUND_NOT_STARTED
        bought late-cancelled refund-started refund-failed | REFUND_FAILED
        bought refund-started      | REFUND_NOT_COMPLETED
        bought refunded restored   | REFUND_NOT_RECORDED
        bought refunded given-back | COUPON_NOT_RESTORED
        bought declined restored   | POINTS_NOT_REFUNDED
        """)
    void givenSomethingIsOpen_whenTheGraceIsNotOver_thenItIsNotListedYet(String steps, DiscrepancyKind kind) {
        String order = "young-" + NAMES.incrementAndGet();
        ReconciliationTestData trade = new ReconciliationTestData(order);

        happened(trade, steps);

        assertThat(found(trade.now().plus(GRACE).minus(MICRO), order)).isEmpty();
        assertThat(found(trade.now().plus(GRACE), order))
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(kind))
                .satisfies(found -> assertThat(found.since()).isEqualTo(trade.now()))
                .satisfies(found -> assertThat(found.userId()).isEqualTo(order + "-u"));
    }

    @Test
    void givenAnOrderThatWaitsForItsBuyer_whenItsHoldIsOver_thenItIsListedAfterTheGrace() {
        happened(new ReconciliationTestData("waits"), "asked");

        assertThat(found(HOLD_EXPIRES.plus(GRACE).minus(MICRO), "waits")).isEmpty();
        assertThat(found(HOLD_EXPIRES.plus(GRACE), "waits"))
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(DiscrepancyKind.ORDER_NOT_EXPIRED))
                .satisfies(found -> assertThat(found.since()).isEqualTo(HOLD_EXPIRES));
    }

    @Test
    void givenDiscrepancies_whenListed_thenTheySayWhatTheyAreAbout() {
        ReconciliationTestData unsold = new ReconciliationTestData("unsold");
        happened(unsold, "paying approved paid sold-1");
        ReconciliationTestData declined = new ReconciliationTestData("declined");
        happened(declined, "paying declined points-back");

        assertThat(found(unsold.now().plus(GRACE), "unsold"))
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo("STOCK_NOT_SOLD:unsold"))
                .satisfies(found -> assertThat(found.productIds()).containsExactly("unsold-2"))
                .satisfies(found -> assertThat(found.paymentId()).isNull());
        assertThat(found(declined.now().plus(GRACE), "declined"))
                .extracting(DiscrepancyView::id, DiscrepancyView::couponId)
                .containsExactlyInAnyOrder(
                        tuple("PAYMENT_NOT_RECORDED:declined:declined-p", null),
                        tuple("COUPON_NOT_RESTORED:declined:declined-p", "declined-c"));
    }

    @Test
    void givenManyDiscrepancies_whenListedInParts_thenEachComesOnceAndTheOldestFirst() {
        happened(new ReconciliationTestData("part-1"), "paying declined");
        happened(new ReconciliationTestData("part-2"), "bought cancelled-paid");
        Reconciler reconciler = reconcilerAt(BEGIN.plus(Duration.ofDays(1)));
        List<DiscrepancyView> whole =
                reconciler.handle(new FindDiscrepancies(null, 10_000)).items();

        for (int limit = 1; limit <= 3; limit++) {
            List<DiscrepancyView> parts = new ArrayList<>();
            ReconciliationQuery.Place after = null;
            do {
                ReconciliationQuery.Discrepancies part = reconciler.handle(new FindDiscrepancies(after, limit));
                assertThat(part.items()).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
                parts.addAll(part.items());
                after = part.next();
            } while (after != null);
            assertThat(parts).isEqualTo(whole);
        }
        assertThat(whole).isSortedAccordingTo(Comparator.comparing(DiscrepancyView::since));
        assertThat(whole)
                .extracting(DiscrepancyView::id)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(5);
        Map<DiscrepancyKind, Long> counts = reconciler.count();
        assertThat(counts).containsOnlyKeys(DiscrepancyKind.values());
        DiscrepancyKind kind = DiscrepancyKind.COUPON_NOT_RESTORED;
        long listed = whole.stream().filter(found -> found.kind() == kind).count();
        assertThat(counts.get(kind)).isEqualTo(listed).isPositive();
    }

    @Test
    void givenOpenAndSettledOrders_whenRebuiltOrHandledTwice_thenTheTableIsTheSame() {
        happened(new ReconciliationTestData("same-1"), "paying declined");
        happened(new ReconciliationTestData("same-2"), "bought cancelled-paid returned-1");
        happened(new ReconciliationTestData("same-3"), "bought shipped delivered");
        String late = "paying expired released-1 released-2 approved late-expired held-late-1";
        happened(new ReconciliationTestData("same-4"), late);
        List<Map<String, Object>> live = querySide.rows("reconciliation_view");
        assertThat(live).isNotEmpty();
        assertThat(live).extracting(row -> row.get("order_id")).doesNotContain("same-3");

        querySide.rebuild("reconciliation");
        querySide.awaitCaughtUp();
        assertThat(querySide.rows("reconciliation_view")).isEqualTo(live);

        EventProcessor processor = processor();
        processor.shutDown();
        String back = "UPDATE token_entry SET token = '{\"globalIndex\":0}' WHERE processor_name = 'reconciliation'";
        querySide.jdbc().update(back);
        processor.start();
        querySide.awaitCaughtUp();
        assertThat(querySide.rows("reconciliation_view")).isEqualTo(live);
    }

    /** A view that has not seen the next event yet must not call the order late. */
    @Test
    void givenTheViewIsBehind_whenAsked_thenItsKnowledgeEndsBeforeWhatItHasNotSeen() {
        KnownUntil known = querySide.bean(KnownUntil.class);
        happened(new ReconciliationTestData("seen"), "placed");
        Instant before = Instant.now();
        assertThat(known.of("reconciliation")).isAfterOrEqualTo(before);

        EventProcessor processor = processor();
        processor.shutDown();
        ReconciliationTestData unseen = new ReconciliationTestData("unseen");
        querySide.store(unseen.events("placed held-1"));

        assertThat(known.of("reconciliation")).isEqualTo(BEGIN.plusSeconds(1));
        processor.start();
        querySide.awaitCaughtUp();
    }
}
