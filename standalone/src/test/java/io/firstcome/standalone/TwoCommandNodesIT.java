package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.command.order.api.OrderCommand.ExpireOrder;
import io.firstcome.embedded.TestServers;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two command nodes on one database, without any routing: whoever of them is asked answers by what the other one has done, as fast as
 * one node alone, and nothing happens twice.
 */
class TwoCommandNodesIT {

    private static final int CHARGED = 100_000;
    private static final int USERS_AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String database = TestServers.database().freshDatabase();
    private final List<CommandSideNode> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(CommandSideNode::close);
    }

    private CommandSideNode node() {
        CommandSideNode node = CommandSideNode.start(database);
        nodes.add(node);
        return node;
    }

    private CommandSideNode blindNode() {
        CommandSideNode node = CommandSideNode.startBlind(database);
        nodes.add(node);
        return node;
    }

    @Test
    void givenTwoNodes_whenEachStepOfASaleIsTakenAtEither_thenAllIsAsAtOne() throws Exception {
        List<CommandSideNode> both = List.of(node(), node());
        String product = newProduct(both.get(0));
        List<Story> sales = new ArrayList<>();
        for (CommandSideNode place : both) {
            for (CommandSideNode pay : both) {
                for (CommandSideNode third : both) {
                    sales.add(() -> sellAndRefund(product, place, pay, third));
                    for (CommandSideNode fourth : both) {
                        sales.add(() -> sellAndTakeBack(product, place, pay, third, fourth));
                    }
                }
            }
        }
        all(sales);
    }

    @Test
    void givenTwoNodes_whenAnOrderEndsAtOneWhileItIsPaidAtTheOther_thenItIsPaidOrNothingIsPaid() throws Exception {
        List<CommandSideNode> both = List.of(node(), node());
        String product = newProduct(both.get(0));
        List<Story> races = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            CommandSideNode one = both.get(i % 2);
            CommandSideNode other = both.get(1 - i % 2);
            boolean expires = i % 4 < 2;
            races.add(() -> endWhilePaid(product, one, other, expires));
        }
        all(races);
    }

    @Test
    void givenTwoNodes_whenACouponIsAskedForAtBoth_thenEachPieceOnceAndNobodyIsRefusedByWhatWas() throws Exception {
        CommandSideNode one = node();
        CommandSideNode other = node();
        String coupon = newCoupon(one, 40);
        List<Story> users = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            CommandSideNode first = i % 2 == 0 ? one : other;
            CommandSideNode second = i % 2 == 0 ? other : one;
            Request publish = SharedSystem.publish(coupon, SharedSystem.newName("user"));
            users.add(() -> {
                Response issued = first.exchange(publish);
                Response again = second.exchange(publish);
                if (issued.status() == 201) {
                    assertThat(again.code()).isEqualTo("COUPON_ALREADY_ISSUED");
                } else {
                    assertThat(issued.code()).isEqualTo("COUPON_SOLD_OUT");
                    assertThat(again.code()).isEqualTo("COUPON_SOLD_OUT");
                }
            });
        }
        all(users);
        assertThat(one.events("coupon:" + coupon).stream()
                        .filter(CouponIssued.class::isInstance)
                        .map(event -> ((CouponIssued) event).userId()))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void givenACouponInMemory_whenTheOtherNodeClosesIt_thenNobodyGetsOneMore() {
        CommandSideNode one = node();
        CommandSideNode other = node();
        String coupon = newCoupon(one, 10);
        expect(201, one, SharedSystem.publish(coupon, SharedSystem.newName("user")));

        expect(200, other, Request.post("/api/v1/coupon/" + coupon + "/close", SharedSystem.OPERATOR, ""));

        assertThat(one.exchange(SharedSystem.publish(coupon, SharedSystem.newName("user")))
                        .code())
                .isEqualTo("COUPON_CLOSED");
    }

    /** The negative control. */
    @Test
    void givenNodesThatDoNotLook_whenAnOrderIsPaidAtTheOther_thenTheFirstDecidesByWhatWas() {
        CommandSideNode one = blindNode();
        CommandSideNode other = blindNode();
        String product = newProduct(one);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 3; i++) {
                        sellAndTakeBack(product, one, other, one, other);
                        sellAndTakeBack(product, other, one, other, one);
                    }
                })
                .isInstanceOf(AssertionError.class);
    }

    private static void sellAndTakeBack(
            String product, CommandSideNode place, CommandSideNode pay, CommandSideNode send, CommandSideNode back) {
        String user = newBuyer(pay);
        String order = placed(place, user, product);
        expect(201, pay, ShopClient.payWithPoints(user, order));
        place.send(new ExpireOrder(new OrderId(order), Instant.now().plus(Duration.ofDays(1))));
        refused("ORDER_ALREADY_PAID", place, ShopClient.payWithPoints(user, order));
        expect(200, send, ShopClient.step(order, "ship", SharedSystem.OPERATOR));
        expect(200, back, ShopClient.step(order, "deliver", SharedSystem.OPERATOR));
        expect(200, place, ShopClient.step(order, "return", ShopClient.token(user)));
        awaitBalance(back, user, CHARGED);
        assertThat(place.events("order:" + order))
                .noneMatch(OrderExpired.class::isInstance)
                .noneMatch(OrderCancelled.class::isInstance)
                .filteredOn(OrderPaid.class::isInstance)
                .hasSize(1);
    }

    private static void sellAndRefund(
            String product, CommandSideNode place, CommandSideNode pay, CommandSideNode back) {
        String user = newBuyer(place);
        String order = placed(place, user, product);
        Response paid = expect(201, pay, ShopClient.payWithPoints(user, order));
        Request refund = Request.post(
                "/api/v1/payment/" + ShopClient.field(paid, "paymentId") + "/cancel",
                ShopClient.token(user),
                "{\"reason\":\"changed my mind\"}");
        expect(200, back, refund);
        refused("NOT_REFUNDABLE", pay, refund);
        awaitBalance(place, user, CHARGED);
        assertThat(place.events("wallet:" + user))
                .filteredOn(PointsRefunded.class::isInstance)
                .hasSize(1);
    }

    private static void endWhilePaid(String product, CommandSideNode place, CommandSideNode pay, boolean expires)
            throws Exception {
        String user = newBuyer(pay);
        String order = placed(place, user, product);
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> payment = beside.submit(() -> pay.exchange(ShopClient.payWithPoints(user, order)));
            if (expires) {
                place.send(new ExpireOrder(new OrderId(order), Instant.now().plus(Duration.ofDays(1))));
            } else {
                place.exchange(ShopClient.step(order, "cancel", ShopClient.token(user)));
            }
            payment.get();
        }
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            List<Object> events = pay.events("order:" + order);
            // An order that had expired is completed when a payment was approved late and there is stock.
            Object last = events.stream()
                    .filter(event -> event instanceof OrderPaid
                            || event instanceof OrderExpired
                            || event instanceof OrderCancelled)
                    .reduce((before, after) -> after)
                    .orElse(null);
            assertThat(last).as("%s", events).isNotNull();
            assertThat(events).filteredOn(OrderPaid.class::isInstance).hasSizeLessThan(2);
            assertThat(balance(pay, user) == CHARGED).as("%s", events).isNotEqualTo(last instanceof OrderPaid);
        });
    }

    private static String newProduct(CommandSideNode node) {
        String id = SharedSystem.newName("product");
        expect(
                201,
                node,
                Request.post(
                        "/api/v1/product",
                        SharedSystem.OPERATOR,
                        "{\"productId\":\"" + id + "\",\"name\":\"test\",\"price\":10000,\"stock\":1000}"));
        return id;
    }

    private static String newCoupon(CommandSideNode node, int quantity) {
        String id = SharedSystem.newName("coupon");
        expect(
                201,
                node,
                Request.post(
                        "/api/v1/coupon",
                        SharedSystem.OPERATOR,
                        "{\"couponId\":\"" + id + "\",\"name\":\"test\",\"quantity\":" + quantity
                                + ",\"discount\":{\"type\":\"FIXED\",\"value\":1000}}"));
        return id;
    }

    private static String newBuyer(CommandSideNode node) {
        String user = SharedSystem.newName("buyer");
        expect(
                200,
                node,
                Request.post(
                        "/api/v1/user/" + user + "/point", ShopClient.token(user), "{\"amount\":" + CHARGED + "}"));
        return user;
    }

    /** Not 202: its outcome came before the patience of the request ended. */
    private static String placed(CommandSideNode node, String user, String product) {
        return ShopClient.field(expect(201, node, ShopClient.order(user, product, 1)), "orderId");
    }

    private static Response expect(int status, CommandSideNode node, Request request) {
        Response response = node.exchange(request);
        assertThat(response.status()).as(request.head() + response.body()).isEqualTo(status);
        return response;
    }

    private static void refused(String code, CommandSideNode node, Request request) {
        Response response = node.exchange(request);
        assertThat(response.code()).as(request.head() + response.body()).isEqualTo(code);
    }

    private static void awaitBalance(CommandSideNode node, String user, long balance) {
        Awaitility.await().atMost(PATIENCE).until(() -> balance(node, user), now -> now == balance);
    }

    private static long balance(CommandSideNode node, String user) {
        return switch (node.events("wallet:" + user).getLast()) {
            case PointsCharged charged -> charged.balance();
            case PointsSpent spent -> spent.balance();
            case PointsRefunded refunded -> refunded.balance();
            case Object other -> throw new AssertionError("Not expected: " + other);
        };
    }

    /** What one user does. */
    @FunctionalInterface
    private interface Story {
        void tell() throws Exception;
    }

    private static void all(List<Story> stories) throws Exception {
        try (ExecutorService few = Executors.newFixedThreadPool(USERS_AT_ONCE)) {
            List<Future<Boolean>> ends = new ArrayList<>();
            for (Story story : stories) {
                ends.add(few.submit(() -> {
                    story.tell();
                    return true;
                }));
            }
            for (Future<Boolean> end : ends) {
                assertThat(end.get()).isTrue();
            }
        }
    }
}
