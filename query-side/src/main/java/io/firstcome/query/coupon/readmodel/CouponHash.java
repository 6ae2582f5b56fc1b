package io.firstcome.query.coupon.readmodel;

import io.firstcome.query.coupon.api.CouponTerms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A coupon's state as the fields of a Redis hash. What is null has no field. */
final class CouponHash {

    private static final String PREFIX = "firstcome:coupon:";

    private CouponHash() {}

    static String key(String couponId) {
        return PREFIX + couponId;
    }

    /** Matches the keys of all coupons. */
    static String pattern() {
        return PREFIX + "*";
    }

    static Map<String, String> of(CouponState state) {
        CouponTerms terms = state.terms();
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "couponId", terms.couponId());
        put(fields, "name", terms.name());
        put(fields, "quantity", terms.quantity());
        put(fields, "discountType", terms.discountType());
        put(fields, "discountValue", terms.discountValue());
        put(fields, "discountMaxAmount", terms.discountMaxAmount());
        put(fields, "minOrderAmount", terms.minOrderAmount());
        put(fields, "issueFrom", terms.issueFrom());
        put(fields, "issueUntil", terms.issueUntil());
        put(fields, "validDays", terms.validDays());
        put(fields, "limitPerUser", terms.limitPerUser());
        put(fields, "requiredTier", terms.requiredTier());
        put(fields, "createdAt", terms.createdAt());
        put(fields, "closedAt", state.closedAt());
        put(fields, "issued", state.issued());
        put(fields, "redeemed", state.redeemed());
        put(fields, "version", state.version());
        return fields;
    }

    /**
     * Reads a hash.
     *
     * @throws RuntimeException when a field is missing or not what it should be
     */
    static CouponState state(Map<String, String> fields) {
        String maxAmount = fields.get("discountMaxAmount");
        CouponTerms terms = new CouponTerms(
                get(fields, "couponId"),
                get(fields, "name"),
                Integer.parseInt(get(fields, "quantity")),
                get(fields, "discountType"),
                Long.parseLong(get(fields, "discountValue")),
                maxAmount == null ? null : Long.valueOf(maxAmount),
                Long.parseLong(get(fields, "minOrderAmount")),
                instant(fields, "issueFrom"),
                instant(fields, "issueUntil"),
                Integer.parseInt(get(fields, "validDays")),
                Integer.parseInt(get(fields, "limitPerUser")),
                fields.get("requiredTier"),
                Instant.parse(get(fields, "createdAt")));
        return new CouponState(
                terms,
                Integer.parseInt(get(fields, "issued")),
                Integer.parseInt(get(fields, "redeemed")),
                instant(fields, "closedAt"),
                Long.parseLong(get(fields, "version")));
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    private static String get(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new NoSuchElementException("The hash has no field " + name);
        }
        return value;
    }

    private static @Nullable Instant instant(Map<String, String> fields, String name) {
        String value = fields.get(name);
        return value == null ? null : Instant.parse(value);
    }
}
