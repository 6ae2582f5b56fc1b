package io.firstcome.consumer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Mails that fail for some users, after they have been written. */
@Component
@Primary
class BreakableMails extends CouponMails {

    static final int ALWAYS = Integer.MAX_VALUE;

    private final Map<String, Integer> failuresLeft = new ConcurrentHashMap<>();

    BreakableMails(JdbcClient jdbc) {
        super(jdbc);
    }

    void breakFor(String userId, int times) {
        failuresLeft.put(userId, times);
    }

    void repairFor(String userId) {
        failuresLeft.remove(userId);
    }

    @Override
    void onIssued(JsonNode issued) {
        super.onIssued(issued);
        String userId = issued.required("userId").stringValue();
        if (failuresLeft.merge(userId, -1, Integer::sum) >= 0) {
            throw new IllegalStateException("No mail reaches " + userId);
        }
    }
}
