package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cluster.StoredEvents.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The negative controls: each law is broken once, and the check says so. */
class JournalCheckTest {
    private static final KeyedRequest PUBLISH = KeyedRequest.publish("k1", "ann", "1");
    private static final KeyedRequest CHARGE = KeyedRequest.charge("k2", "ann", 1000);
    private static final StoredEvent CREATED = StoredEvent.of(0, "CouponCreated", "{\"quantity\":1}");
    private static final StoredEvent CHARGED = StoredEvent.of(0, "PointsCharged", "{\"amount\":1000,\"balance\":1000}");
    private static final Set<String> KEYS = Set.of("ann k1", "ann k2");

    private final Journal journal = new Journal();

    @Test
    void givenJournalAndStoreThatAgree_whenChecked_thenNothingIsWrong() {
        add(PUBLISH, 0, "");
        add(PUBLISH, 201, "{\"serial\":1}");
        add(CHARGE, 503, "{\"code\":\"UNAVAILABLE\"}");
        add(CHARGE, 200, "{\"balance\":1000}");

        assertThat(violations(List.of(CREATED, issued(1, 1, "ann")), List.of(CHARGED)))
                .isEmpty();
    }

    @Test
    void givenAcknowledgementThatTheStoreDoesNotHave_whenChecked_thenL1IsBroken() {
        add(PUBLISH, 201, "{\"serial\":1}");

        assertThat(violations(List.of(CREATED), List.of()))
                .singleElement()
                .asString()
                .startsWith("L1: 0 outcomes");
    }

    @Test
    void givenOtherPieceThanWasTold_whenChecked_thenL1IsBroken() {
        add(PUBLISH, 201, "{\"serial\":2}");

        assertThat(violations(List.of(CREATED, issued(1, 1, "ann")), List.of()))
                .singleElement()
                .asString()
                .startsWith("L1: 0 outcomes");
    }

    @Test
    void givenRefusalAndAPieceAllTheSame_whenChecked_thenL2IsBroken() {
        add(PUBLISH, 0, "");
        add(PUBLISH, 409, "{\"code\":\"COUPON_SOLD_OUT\"}");

        assertThat(violations(List.of(CREATED, issued(1, 1, "ann")), List.of()))
                .singleElement()
                .asString()
                .startsWith("L2: 1 outcomes");
    }

    @Test
    void givenChargeThatWasDoneTwice_whenChecked_thenL2IsBroken() {
        add(CHARGE, 0, "");
        add(CHARGE, 200, "{\"balance\":2000}");
        StoredEvent again = StoredEvent.of(1, "PointsCharged", "{\"amount\":1000,\"balance\":2000}");

        assertThat(violations(List.of(), List.of(CHARGED, again)))
                .containsExactly("L2: wallet:ann was charged 2 times, 1 were told");
    }

    @Test
    void givenRequestThatWasNeverAnswered_whenChecked_thenL2IsBroken() {
        add(CHARGE, 0, "");

        assertThat(violations(List.of(), List.of())).singleElement().asString().startsWith("L2: no outcome was told");
    }

    @Test
    void givenTwoAnswersToOneKey_whenChecked_thenL1IsBroken() {
        add(PUBLISH, 201, "{\"serial\":2}");
        add(PUBLISH, 201, "{\"serial\":1}");

        assertThat(violations(List.of(CREATED, issued(1, 1, "ann")), List.of()))
                .singleElement()
                .asString()
                .startsWith("L1: two outcomes");
    }

    @Test
    void givenMoreThanTheQuantityAndAHole_whenChecked_thenL3IsBroken() {
        assertThat(violations(List.of(CREATED, issued(2, 1, "ann"), issued(3, 2, "ann")), List.of()))
                .hasSize(3)
                .allSatisfy(violation -> assertThat(violation).startsWith("L3: "));
    }

    @Test
    void givenOrderThatHoldsAndIsPaidTwice_whenChecked_thenL2AndL3AreBroken() {
        KeyedRequest order = KeyedRequest.order("k1", "ann", "1");
        KeyedRequest payment = KeyedRequest.pay("k2", "ann", "o1");
        add(order, 0, "");
        add(order, 201, "{\"orderId\":\"o1\"}");
        add(payment, 201, "{\"status\":\"APPROVED\"}");
        String about = "{\"orderId\":\"o1\",\"userId\":\"ann\"}";
        List<StoredEvent> held = List.of(StoredEvent.of(0, "StockHeld", about), StoredEvent.of(1, "StockHeld", about));
        List<StoredEvent> paid = List.of(StoredEvent.of(0, "OrderPaid", about), StoredEvent.of(1, "OrderPaid", about));

        assertThat(JournalCheck.violations(journal, new StoredEvents(Map.of("stock:1", held, "order:o1", paid), KEYS)))
                .hasSize(4)
                .anySatisfy(violation -> assertThat(violation).startsWith("L2: 2 outcomes"))
                .anySatisfy(violation -> assertThat(violation).startsWith("L1: 2 outcomes"))
                .contains("L3: stock:1 has two StockHeld of o1", "L3: order:o1 has two OrderPaid of o1");
    }

    private List<String> violations(List<StoredEvent> coupon, List<StoredEvent> wallet) {
        return JournalCheck.violations(
                journal, new StoredEvents(Map.of("coupon:1", coupon, "wallet:ann", wallet), KEYS));
    }

    private static StoredEvent issued(long sequence, int serial, String user) {
        return StoredEvent.of(sequence, "CouponIssued", "{\"serial\":" + serial + ",\"userId\":\"" + user + "\"}");
    }

    private void add(KeyedRequest request, int status, String body) {
        journal.add(request, new Exchange(0, 1, status, body));
    }
}
