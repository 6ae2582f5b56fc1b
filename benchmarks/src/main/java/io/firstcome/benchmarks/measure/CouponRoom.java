package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Http;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.system.Ours;
import tools.jackson.databind.JsonNode;

/**
 * A waiting room in front of a campaign.
 *
 * @param id of the room
 * @param campaign what nobody gets without an admission of the room
 */
record CouponRoom(Ours system, String id, String campaign) {

    /** The id of the room that a no-op is asked for, as long as the others. */
    static final String NO_ROOM = "no-room";

    private static final String ROOMS = "/api/v1/waiting-room";

    /** A new one that admits 50 users at a time and 600 in a minute, which is what an operator gets who sets nothing. */
    static CouponRoom open(Session session, Ours system, String campaign) {
        return open(session, system, campaign, "");
    }

    /** @param terms more fields of the body, each after a comma */
    static CouponRoom open(Session session, Ours system, String campaign, String terms) {
        CouponRoom room = new CouponRoom(system, session.newName("room"), campaign);
        room.post(
                "",
                "{\"roomId\":\"" + room.id + "\",\"name\":\"bench\",\"protects\":[{\"type\":\"COUPON\",\"id\":\""
                        + campaign + "\"}]" + terms + "}",
                201);
        system.settle();
        return room;
    }

    /** Nobody is admitted any more. */
    void pause() {
        system.http().patch(path(), Tokens.OPERATOR, "{\"paused\":true}").require(200);
    }

    /** Ends it: an open room with users in it is looked at all the time. */
    void close() {
        post("/" + id + "/close", "", 200);
        system.settle();
    }

    /** What everybody sees of it: {@code waiting}, {@code active}, {@code admittedTotal} and more. */
    JsonNode shown() {
        return system.http().get(path(), "").require(200).json();
    }

    /** The answer to a user who asks for their place. */
    Http.Answer place(String userId) {
        return system.http().get(path() + "/me", Tokens.customer(userId));
    }

    private void post(String path, String body, int status) {
        system.http().post(ROOMS + path, Tokens.OPERATOR, body).require(status);
    }

    private String path() {
        return ROOMS + "/" + id;
    }
}
