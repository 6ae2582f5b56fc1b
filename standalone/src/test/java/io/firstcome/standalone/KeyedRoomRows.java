package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

/** The operations of waiting rooms that take an idempotency key. */
final class KeyedRoomRows {

    private static final String ROOM = "/waiting-room/{roomId}";

    private final RoomClient rooms;
    private final ShopClient shop;
    private final String user;

    KeyedRoomRows(ShopClient shop, String user) {
        this.rooms = new RoomClient(shop);
        this.shop = shop;
        this.user = user;
    }

    Stream<KeyedRow> rows() {
        String later = SharedSystem.newName("room");
        String entered = pausedRoom();
        String refused = pausedRoom();
        String left = pausedRoom();
        rooms.enterAll(left, user);
        String changed = SharedSystem.newName("room");
        String closed = SharedSystem.newName("room");
        return Stream.of(
                KeyedRow.created("/waiting-room", body(SharedSystem.newName("room")), "409 ROOM_EXISTS"),
                new KeyedRow(
                        "PATCH",
                        ROOM,
                        "/waiting-room/" + changed,
                        SharedSystem.OPERATOR,
                        "{\"capacity\":7}",
                        "404 ROOM_NOT_FOUND",
                        () -> create(changed),
                        "200"),
                new KeyedRow(
                        "PATCH",
                        ROOM,
                        "/waiting-room/" + entered,
                        SharedSystem.OPERATOR,
                        "{\"admitPerMinute\":7}",
                        "200",
                        () -> rooms.change(entered, "{\"admitPerMinute\":9}"),
                        "200"),
                ofOperator("close", closed, "404 ROOM_NOT_FOUND", () -> create(closed), "200"),
                ofUser("enter", later, "404 ROOM_NOT_FOUND", () -> create(later), "201"),
                ofUser("enter", entered, "201", () -> {}, "200"),
                ofUser("leave", refused, "404 NOT_IN_ROOM", () -> rooms.enterAll(refused, user), "200"),
                ofUser("leave", left, "200", () -> {}, "404 NOT_IN_ROOM"));
    }

    private KeyedRow ofOperator(String what, String room, String first, Runnable change, String without) {
        return of(what, room, SharedSystem.OPERATOR, first, change, without);
    }

    private KeyedRow ofUser(String what, String room, String first, Runnable change, String without) {
        return of(what, room, ShopClient.token(user), first, change, without);
    }

    private static KeyedRow of(String what, String room, String token, String first, Runnable change, String without) {
        return KeyedRow.post(
                ROOM + "/" + what, "/waiting-room/" + room + "/" + what, token, "", first, change, without);
    }

    private String body(String room) {
        return RoomClient.body(room, "COUPON", shop.newCoupon(5), "");
    }

    private void create(String room) {
        assertThat(shop.exchange(RoomClient.create(body(room))).status()).isEqualTo(201);
    }

    /** Nobody is admitted, so places stay as they are. */
    private String pausedRoom() {
        String room = rooms.newRoom("COUPON", shop.newCoupon(5), "");
        rooms.pause(room);
        return room;
    }
}
