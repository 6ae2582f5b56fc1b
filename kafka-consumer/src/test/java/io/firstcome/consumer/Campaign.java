package io.firstcome.consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The events of a campaign of its own, as Firstcome publishes them: their {@code data} is that of the approved messages. */
final class Campaign {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path APPROVED = Path.of("..", "query-side", "src", "test", "resources", "messages", "coupon");

    final String id = UUID.randomUUID().toString();
    private int sequence;

    String created() {
        return event("CouponCreated", approved("CouponCreated-1.txt"));
    }

    /** The next piece, for the user. */
    String issued(String userId) {
        return event(
                "CouponIssued",
                approved("CouponIssued-1.txt").put("userId", userId).put("serial", sequence));
    }

    String closed() {
        return event("CouponClosed", approved("CouponClosed-2.txt"));
    }

    private String event(String name, ObjectNode data) {
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", "/firstcome/coupon")
                .put("type", "io.firstcome.coupon." + name + ".v1")
                .put("subject", id)
                .put("time", "2026-11-20T09:00:00.123456Z")
                .put("sequence", Integer.toString(sequence))
                .put("position", Integer.toString(100 + sequence++))
                .put("datacontenttype", "application/json")
                .<ObjectNode>set("data", data.put("couponId", id))
                .toString();
    }

    private static ObjectNode approved(String file) {
        try {
            List<String> lines = Files.readAllLines(APPROVED.resolve(file));
            return (ObjectNode) JSON.readTree(lines.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
