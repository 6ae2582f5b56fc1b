package io.firstcome.command.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderDelivered;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderLinesHeld;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRefundFailed;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderEvent.OrderReturned;
import io.firstcome.events.order.OrderEvent.OrderShipped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Snapshots that were stored are read by later versions: their JSON is held by approved files. */
class OrderSnapshotContractTest {

    private final Serializer serializer = Serializers.forSnapshots(List.of());

    /** With every field: a payment that was refused, one that came late and was accepted, the delivery, and parts given back. */
    private static Order everything() {
        List<Object> events = new ArrayList<>(OrderScenario.AWAITING.events());
        events.add(OrderEvents.started(Orders.P2));
        events.add(OrderEvents.refused(Orders.P2));
        events.add(OrderEvents.started(Orders.P1));
        events.add(OrderEvents.expired());
        events.add(OrderEvents.late(true));
        events.add(OrderEvents.paid(Orders.LATE_HOLD));
        events.add(OrderEvents.shipped());
        events.add(OrderEvents.delivered());
        events.add(OrderEvents.partAskedBack("p", 1_000));
        events.add(OrderEvents.partAskedBack("r", 2_000));
        events.add(OrderEvents.refundFailed("r", 2_000, false));
        return after(events);
    }

    private static Order after(List<?> events) {
        Order order = new Order();
        events.forEach(event -> apply(order, (OrderEvent) event));
        return order;
    }

    private static void apply(Order order, OrderEvent happened) {
        switch (happened) {
            case OrderPlaced event -> order.on(event);
            case OrderLinesHeld event -> order.on(event);
            case OrderConfirmed event -> order.on(event);
            case OrderRejected event -> order.on(event);
            case OrderPaymentStarted event -> order.on(event);
            case OrderPaymentRefused event -> order.on(event);
            case OrderPaid event -> order.on(event);
            case OrderPaymentLate event -> order.on(event);
            case OrderCancelled event -> order.on(event);
            case OrderExpired event -> order.on(event);
            case OrderShipped event -> order.on(event);
            case OrderDelivered event -> order.on(event);
            case OrderReturned event -> order.on(event);
            case OrderRefundStarted event -> order.on(event);
            case OrderRefundFailed event -> order.on(event);
            case OrderRefunded event -> order.on(event);
        }
    }

    @Test
    void givenOrder_whenStored_thenItIsTheApprovedJson() throws IOException {
        assertThat(json(everything())).isEqualTo(approved("Order-2"));
        assertThat(json(after(OrderScenario.HELD_PARTLY.events()))).isEqualTo(approved("Order-2-least"));
    }

    /** Snapshots of orders of products have no date: those from before there were seats are read as they are. */
    @Test
    void givenOrderOfSeats_whenStored_thenItIsTheApprovedJson() throws IOException {
        Order ofSeats = after(List.of(new OrderPlaced(
                Orders.ID, Orders.USER, SeatOrderTest.LINES, null, Orders.EXPIRY, SeatOrderTest.ORDERED, Orders.NOW)));

        assertThat(json(ofSeats)).isEqualTo(approved("Order-2-seats"));
        assertThat(read(approved("Order-2-seats"))).usingRecursiveComparison().isEqualTo(ofSeats);
    }

    @Test
    void givenOrder_whenStored_thenItsTypeAndRevisionAreAsStored() {
        SerializedObject<String> stored = serializer.serialize(everything(), String.class);

        assertThat(stored.getType().getName()).isEqualTo("io.firstcome.command.order.domain.Order");
        assertThat(stored.getType().getRevision()).isEqualTo("2");
    }

    @Test
    void givenApprovedJson_whenRead_thenItIsTheOrder() throws IOException {
        assertThat(read(approved("Order-2"))).usingRecursiveComparison().isEqualTo(everything());
        assertThat(read(approved("Order-2-least")))
                .usingRecursiveComparison()
                .isEqualTo(after(OrderScenario.HELD_PARTLY.events()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void givenAnySituation_whenStoredAndRead_thenItIsTheSame(OrderScenario situation) {
        Order order = after(situation.events());

        assertThat(read(json(order))).usingRecursiveComparison().isEqualTo(order);
    }

    private String json(Order order) {
        return serializer.serialize(order, String.class).getData();
    }

    private Order read(String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, Order.class.getName(), "2"));
    }

    private static String approved(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                OrderSnapshotContractTest.class.getResourceAsStream("/contracts/order/" + name + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
