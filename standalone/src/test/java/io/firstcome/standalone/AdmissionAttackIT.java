package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.standalone.load.Request;
import io.firstcome.standalone.load.Response;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Getting what is behind a waiting room without the place: every way is refused, and nothing is sold. */
class AdmissionAttackIT {

    private final ShopClient shop = new ShopClient(SharedSystem.get());
    private final RoomClient rooms = new RoomClient(shop);
    private final String user = SharedSystem.newName("user");
    private final String stranger = SharedSystem.newName("stranger");
    private final String coupon = shop.newCoupon(100);
    private final String room = rooms.newRoom("COUPON", coupon, "");

    private Response publish(String admission) {
        return shop.exchange(RoomClient.with(admission, SharedSystem.publish(coupon, user)));
    }

    private String admitted(String who) {
        rooms.enterAll(room, who);
        return rooms.admission(room, who);
    }

    private static void assertRefused(Response response, String code, String what) {
        assertThat(response.status()).as(what + ": " + response.body()).isEqualTo(403);
        assertThat(response.code()).as(what).isEqualTo(code);
    }

    private void assertRefused(Response response, String code) {
        assertRefused(response, code, "");
        assertThat(response.body()).contains("\"roomId\":\"" + room + "\"");
    }

    @Test
    void givenNoAdmission_whenPublished_thenTheRoomIsNamed() {
        assertRefused(shop.exchange(SharedSystem.publish(coupon, user)), "ADMISSION_REQUIRED");
        rooms.enterAll(room, user);
        rooms.admission(room, user);
        assertRefused(shop.exchange(SharedSystem.publish(coupon, user)), "ADMISSION_REQUIRED");
    }

    @Test
    void givenForgedAdmissions_whenPublished_thenAllAreInvalidAndTheWellSignedOneIsNot() {
        ForgedAdmissions forged = new ForgedAdmissions(admitted(user));

        forged.invalid().forEach((what, admission) -> assertRefused(publish(admission), "ADMISSION_INVALID", what));
        assertRefused(publish(SharedSystem.TOKENS.customer(user)), "ADMISSION_INVALID", "an access token");
        assertRefused(publish(""), "ADMISSION_INVALID", "nothing");

        assertThat(publish(forged.signedAsTheServerDoes()).status()).isEqualTo(201);
    }

    @Test
    void givenTwoAdmissionHeaders_whenPublished_thenInvalid() {
        String admission = admitted(user);
        Request one = RoomClient.with(admission, SharedSystem.publish(coupon, user));

        assertRefused(shop.exchange(RoomClient.with(admission, one)), "ADMISSION_INVALID");
        assertRefused(shop.exchange(RoomClient.with("garbage", one)), "ADMISSION_INVALID");

        assertThat(shop.exchange(one).status()).isEqualTo(201);
    }

    @Test
    void givenAnAdmission_whenUsedAsAnAccessToken_thenUnauthenticated() {
        String admission = admitted(user);

        for (Request request : List.of(
                Request.get("/api/v1/user/" + user + "/coupon", admission),
                Request.get(RoomClient.path(room) + "/me", admission),
                Request.post("/api/v1/coupon/publish", admission, SharedSystem.publishBody(coupon, user)))) {
            assertThat(shop.exchange(request).status()).as(request.head()).isEqualTo(401);
        }
    }

    @Test
    void givenAnothersAdmission_whenUsed_thenInvalidForBoth() {
        String mine = admitted(user);
        String theirs = admitted(stranger);

        assertRefused(publish(theirs), "ADMISSION_INVALID");
        assertRefused(
                shop.exchange(RoomClient.with(mine, SharedSystem.publish(coupon, stranger))), "ADMISSION_INVALID");

        Response asAnother = shop.exchange(RoomClient.with(
                theirs,
                Request.post(
                        "/api/v1/coupon/publish", ShopClient.token(user), SharedSystem.publishBody(coupon, stranger))));
        assertThat(asAnother.status()).isEqualTo(403);
        assertThat(asAnother.code()).isEqualTo("FORBIDDEN");
        assertThat(publish(mine).status()).isEqualTo(201);
    }

    @Test
    void givenAnAdmissionOfAnotherRoom_whenUsed_thenInvalid() {
        String other = rooms.newRoom("COUPON", shop.newCoupon(10), "");
        rooms.enterAll(other, user);

        assertRefused(publish(rooms.admission(other, user)), "ADMISSION_INVALID");
    }

    @Test
    void givenAnOperator_whenActingForAUser_thenTheUsersAdmissionIsNeeded() {
        String ofUser = admitted(user);
        rooms.enter(room, "operator");
        String ofOperator = rooms.admission(room, "operator");
        Request publish =
                Request.post("/api/v1/coupon/publish", SharedSystem.OPERATOR, SharedSystem.publishBody(coupon, user));

        assertRefused(shop.exchange(publish), "ADMISSION_REQUIRED");
        assertRefused(shop.exchange(RoomClient.with(ofOperator, publish)), "ADMISSION_INVALID");

        assertThat(shop.exchange(RoomClient.with(ofUser, publish)).status()).isEqualTo(201);
    }

    @Test
    void givenAPlaceThatHasEnded_whenItsAdmissionIsUsed_thenExpiredAlthoughItIsWellSigned() {
        String admission = admitted(user);
        assertThat(rooms.leave(room, user).status()).isEqualTo(200);
        assertRefused(publish(admission), "ADMISSION_EXPIRED");

        assertThat(rooms.enter(room, user).status()).isEqualTo(201);
        String second = rooms.admission(room, user);

        assertRefused(publish(admission), "ADMISSION_EXPIRED");
        assertThat(publish(second).status()).isEqualTo(201);
        rooms.awaitPlace(room, user, "DONE");
        assertRefused(publish(second), "ADMISSION_EXPIRED");
    }

    @Test
    void givenAnAdmissionWhoseTimeIsOver_whenUsed_thenExpired() {
        ForgedAdmissions forged = new ForgedAdmissions(admitted(user));

        assertRefused(publish(forged.withClaims("\"exp\":\\d+", "\"exp\":1000000000")), "ADMISSION_EXPIRED");
        assertRefused(publish(forged.withClaims("\"admission\":\\d+", "\"admission\":0")), "ADMISSION_EXPIRED");
    }

    @Test
    void givenAProductBehindARoom_whenOrdered_thenTheSameHolds() {
        String product = shop.newProduct(10);
        String free = shop.newProduct(10);
        String shopRoom = rooms.newRoom("PRODUCT", product, "");
        Request order = ShopClient.order(user, product, 1);
        Request among = Request.post(
                "/api/v1/order",
                ShopClient.token(user),
                "{\"userId\":\"" + user + "\",\"items\":[{\"productId\":\"" + free + "\",\"quantity\":1},"
                        + "{\"productId\":\"" + product + "\",\"quantity\":1}]}");
        rooms.enterAll(shopRoom, user, stranger);
        String admission = rooms.admission(shopRoom, user);

        assertRequiredAndInvalid(order, rooms.admission(shopRoom, stranger), shopRoom);
        assertRequiredAndInvalid(among, admitted(user), shopRoom);
        assertThat(shop.exchange(RoomClient.with(admission, among)).status()).isEqualTo(201);
        rooms.leave(shopRoom, user);
        assertRefused(shop.exchange(RoomClient.with(admission, order)), "ADMISSION_EXPIRED", "order");
        assertThat(shop.exchange(ShopClient.order(user, free, 1)).status()).isEqualTo(201);
    }

    @Test
    void givenADateBehindARoom_whenReserved_thenTheSameHolds() {
        String date = shop.newDate();
        String hall = rooms.newRoom("CONCERT_DATE", date, "");
        Request reserve = ShopClient.reserve(user, date, 1);
        rooms.enterAll(hall, user, stranger);
        String admission = rooms.admission(hall, user);

        assertRequiredAndInvalid(reserve, rooms.admission(hall, stranger), hall);
        rooms.leave(hall, user);
        assertRefused(shop.exchange(RoomClient.with(admission, reserve)), "ADMISSION_EXPIRED", "reservation");
        assertThat(shop.seats(date).path(0).path("status").asString()).isEqualTo("AVAILABLE");
    }

    private void assertRequiredAndInvalid(Request request, String ofAnother, String wanted) {
        Response without = shop.exchange(request);
        assertRefused(without, "ADMISSION_REQUIRED", request.head());
        assertThat(without.body()).contains("\"roomId\":\"" + wanted + "\"");
        assertRefused(shop.exchange(RoomClient.with(ofAnother, request)), "ADMISSION_INVALID", request.head());
    }

    /** Whether the room knows the thing, and whether the shop does, is by the same letters. */
    @Test
    void givenTheIdInOtherLetters_whenPublished_thenItIsAnotherCoupon() {
        for (String id : List.of(coupon.toUpperCase(Locale.ROOT), coupon.replace('-', '_'))) {
            Response response = shop.exchange(SharedSystem.publish(id, user));
            assertThat(response.status()).as(id).isEqualTo(404);
            assertThat(response.code()).isEqualTo("COUPON_NOT_FOUND");
        }
    }

    @Test
    void givenAKeyThatWasUsed_whenSentWithAnotherBodyAfterThePlaceEnded_thenItIsNotLetThrough() {
        String more = shop.newCoupon(10);
        String both = SharedSystem.newName("room");
        String two = RoomClient.body(both, "COUPON", more, "");
        String third = shop.newCoupon(10);
        String protects = "[" + RoomClient.item("COUPON", third) + ",{";
        assertThat(shop.exchange(RoomClient.create(two.replace("[{", protects))).status())
                .isEqualTo(201);
        rooms.enterAll(both, user);
        String admission = rooms.admission(both, user);
        String key = SharedSystem.newName("key");
        Request first = RoomClient.keyed(key, RoomClient.with(admission, SharedSystem.publish(more, user)));
        assertThat(shop.exchange(first).status()).isEqualTo(201);
        rooms.awaitPlace(both, user, "DONE");

        Response other =
                shop.exchange(RoomClient.keyed(key, RoomClient.with(admission, SharedSystem.publish(third, user))));

        assertThat(other.status()).as(other.body()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(shop.exchange(RoomClient.keyed(key, SharedSystem.publish(third, user)))
                        .code())
                .as("without the admission")
                .isEqualTo("ADMISSION_REQUIRED");
        assertThat(shop.get("/coupon/" + third).path("remaining").asInt()).isEqualTo(10);
    }

    @Test
    void givenAnythingInTheHeader_whenNothingIsBehindARoom_thenItIsNotLookedAt() {
        String open = shop.newCoupon(10);
        String product = shop.newProduct(10);

        for (Request request : List.of(
                SharedSystem.publish(open, user),
                ShopClient.order(user, product, 1),
                ShopClient.reserve(user, shop.newDate(), 1))) {
            assertThat(shop.exchange(RoomClient.with("garbage", request)).status())
                    .isEqualTo(201);
        }
    }
}
