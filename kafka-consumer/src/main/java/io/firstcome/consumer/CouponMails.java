package io.firstcome.consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What this application is for: it counts the pieces of each campaign, and writes a mail for each, which something else sends.
 *
 * <p>It knows nothing of Kafka. Done twice, an event would count twice; before its campaign's, it would fail.
 */
@Component
class CouponMails {

    private final JdbcClient jdbc;

    CouponMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void onCreated(JsonNode created) {
        jdbc.sql("INSERT INTO campaign (coupon_id, name, issued) VALUES (?, ?, 0)")
                .params(text(created, "couponId"), text(created, "name"))
                .update();
    }

    void onIssued(JsonNode issued) {
        String couponId = text(issued, "couponId");
        int campaigns = jdbc.sql("UPDATE campaign SET issued = issued + 1 WHERE coupon_id = ?")
                .param(couponId)
                .update();
        if (campaigns == 0) {
            throw new IllegalStateException("There is no campaign " + couponId);
        }
        jdbc.sql("""
                        INSERT INTO mail (coupon_id, user_id, body)
                        SELECT coupon_id, ?, CONCAT('You have piece ', ?, ' of ', name) FROM campaign WHERE coupon_id = ?
                        """)
                .params(text(issued, "userId"), issued.required("serial").asInt(), couponId)
                .update();
    }

    private static String text(JsonNode data, String field) {
        return data.required(field).stringValue();
    }
}
