package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How places end, and that the next is then let in, but never to an empty shop. */
class PlaceEndIT {

    private static final String ONE_AT_A_TIME = ",\"capacity\":1";

    private final ShopClient shop = new ShopClient(SharedSystem.get());
    private final RoomClient rooms = new RoomClient(shop);
    private final String user = SharedSystem.newName("user");
    private final String next = SharedSystem.newName("next");

    /** A room with one place: the user is admitted, the next one waits. */
    private String fullRoom(String type, String id) {
        String room = rooms.newRoom(type, id, ONE_AT_A_TIME);
        rooms.enterAll(room, user, next);
        rooms.admission(room, user);
        assertThat(rooms.status(room, next)).isEqualTo("WAITING");
        return room;
    }

    private void assertGoesToTheNext(String room, String status) {
        rooms.awaitPlace(room, next, "ADMITTED");
        JsonNode place = rooms.place(room, user);
        assertThat(place.path("status").asString()).isEqualTo(status);
        assertThat(place.has("admission")).isFalse();
    }

    private Request publish(String coupon, String room) {
        return RoomClient.with(rooms.admission(room, user), SharedSystem.publish(coupon, user));
    }

    private String ordered(String product, String room) {
        Response placed =
                shop.exchange(RoomClient.with(rooms.admission(room, user), ShopClient.order(user, product, 1)));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return ShopClient.field(placed, "orderId");
    }

    @Test
    void givenAFullRoom_whenTheCouponIsIssued_thenTheNextIsAdmitted() {
        String coupon = shop.newCoupon(10);
        String room = fullRoom("COUPON", coupon);

        assertThat(shop.exchange(publish(coupon, room)).status()).isEqualTo(201);

        assertGoesToTheNext(room, "DONE");
    }

    @Test
    void givenAFullRoom_whenTheCouponIsRefusedForGood_thenTheNextIsAdmitted() {
        String coupon = shop.newCoupon(10);
        assertThat(shop.exchange(SharedSystem.publish(coupon, user)).status()).isEqualTo(201);
        String room = fullRoom("COUPON", coupon);

        Response refused = shop.exchange(publish(coupon, room));

        assertThat(refused.code()).isEqualTo("COUPON_ALREADY_ISSUED");
        assertGoesToTheNext(room, "DONE");
    }

    @Test
    void givenAFullRoom_whenTheOrderIsPaid_thenTheNextIsAdmittedAndNotBefore() {
        shop.charge(user, 100_000);
        String product = shop.newProduct(10);
        String room = fullRoom("PRODUCT", product);
        String order = ordered(product, room);
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(rooms.status(room, next)).isEqualTo("WAITING"));

        assertThat(shop.exchange(ShopClient.payWithPoints(user, order)).status())
                .isEqualTo(201);

        assertGoesToTheNext(room, "DONE");
    }

    @Test
    void givenAFullRoom_whenTheOrderIsCancelled_thenTheNextIsAdmitted() {
        String product = shop.newProduct(10);
        String room = fullRoom("PRODUCT", product);
        String order = ordered(product, room);

        assertThat(shop.exchange(ShopClient.step(order, "cancel", ShopClient.token(user)))
                        .status())
                .isEqualTo(200);

        assertGoesToTheNext(room, "DONE");
    }

    @Test
    void givenAFullRoom_whenTheUserLeaves_thenTheNextIsAdmitted() {
        String room = fullRoom("COUPON", shop.newCoupon(10));

        assertThat(rooms.leave(room, user).status()).isEqualTo(200);

        assertGoesToTheNext(room, "LEFT");
        assertThat(rooms.leave(room, user).code()).isEqualTo("NOT_IN_ROOM");
        assertThat(rooms.enter(room, user).status()).as("a new place").isEqualTo(201);
        assertThat(rooms.place(room, user).path("position").asInt()).isEqualTo(1);
    }

    @Test
    void givenADateBehindARoom_whenItsSeatIsPaid_thenTheNextIsAdmitted() {
        shop.charge(user, 100_000);
        String date = shop.newDate();
        String room = fullRoom("CONCERT_DATE", date);
        Request reserve = ShopClient.reserve(user, date, 7);
        assertThat(shop.exchange(reserve).code()).isEqualTo("ADMISSION_REQUIRED");

        Response reserved = shop.exchange(RoomClient.with(rooms.admission(room, user), reserve));

        assertThat(reserved.status()).as(reserved.body()).isEqualTo(201);
        String reservation = ShopClient.field(reserved, "reservationId");
        assertThat(shop.exchange(ShopClient.payReservation(user, reservation)).status())
                .isEqualTo(201);
        assertGoesToTheNext(room, "DONE");
    }

    @Test
    void givenTwoAdmitted_whenOneDoesNotAskAnyMore_thenThatPlaceIsIdleAndTheOtherStays() {
        String room = rooms.newRoom("COUPON", shop.newCoupon(10), ",\"capacity\":2,\"idleSeconds\":5");
        String gone = SharedSystem.newName("gone");
        rooms.enterAll(room, gone, user, next);
        rooms.awaitPlace(room, user, "ADMITTED");

        // Who is gone is not asked for: that would be a sign of them. The one who waits tells that there is a place.
        await().atMost(Duration.ofSeconds(5).plus(RoomClient.SOON)).until(() -> {
            assertThat(rooms.status(room, user)).isEqualTo("ADMITTED");
            return rooms.status(room, next).equals("ADMITTED");
        });

        JsonNode idle = rooms.place(room, gone);
        assertThat(idle.path("status").asString()).isEqualTo("EXPIRED");
        assertThat(idle.path("reason").asString()).isEqualTo("IDLE");
        assertThat(rooms.status(room, user)).isEqualTo("ADMITTED");
    }

    @Test
    void givenTheLastPiece_whenItIsIssued_thenThoseWhoWaitAreToldThatItIsSoldOut() {
        String coupon = shop.newCoupon(1);
        String room = fullRoom("COUPON", coupon);

        assertThat(shop.exchange(publish(coupon, room)).status()).isEqualTo(201);

        assertThat(rooms.awaitPlace(room, next, "DONE").path("reason").asString())
                .isEqualTo("SOLD_OUT");
        assertThat(rooms.room(room).path("waiting").asInt()).isZero();
        String late = SharedSystem.newName("late");
        rooms.enterAll(room, late);
        assertThat(rooms.awaitPlace(room, late, "DONE").path("reason").asString())
                .isEqualTo("SOLD_OUT");
    }

    @Test
    void givenTwoPiecesAndFiftyPlaces_whenFiveEnter_thenNeverMoreAreAdmittedThanPiecesCanBeHad() {
        String product = shop.newProduct(2);
        String room = rooms.newRoom("PRODUCT", product, "");
        List<String> users =
                IntStream.range(0, 5).mapToObj(number -> user + "-" + number).toList();
        rooms.enterAll(room, users.toArray(String[]::new));

        rooms.awaitPlace(room, users.get(1), "ADMITTED");
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(rooms.admitted(room, users)).isEqualTo(2));
        String buyer = users.getFirst();
        shop.charge(buyer, 100_000);
        Response placed =
                shop.exchange(RoomClient.with(rooms.admission(room, buyer), ShopClient.order(buyer, product, 1)));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(shop.exchange(ShopClient.payWithPoints(buyer, ShopClient.field(placed, "orderId")))
                        .status())
                .isEqualTo(201);
        rooms.awaitPlace(room, buyer, "DONE");

        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(rooms.admitted(room, users))
                        .as("one piece, one place")
                        .isEqualTo(1));
        rooms.leave(room, users.get(1));
        rooms.awaitPlace(room, users.get(2), "ADMITTED");
        assertThat(Stream.of(users.get(3), users.get(4))
                        .map(each -> rooms.status(room, each))
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of("WAITING"));
    }

    @Test
    void givenAPlaceThatHasEnded_whenItsRequestIsRepeatedUnderItsKey_thenItGetsItsFirstAnswer() {
        String coupon = shop.newCoupon(10);
        String room = fullRoom("COUPON", coupon);
        Request unkeyed = publish(coupon, room);
        Request request = RoomClient.keyed(SharedSystem.newName("key"), unkeyed);
        Response issued = shop.exchange(request);
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        rooms.awaitPlace(room, user, "DONE");

        Response again = shop.exchange(request);

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(issued.body());
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(shop.exchange(unkeyed).code()).isEqualTo("ADMISSION_EXPIRED");
    }
}
