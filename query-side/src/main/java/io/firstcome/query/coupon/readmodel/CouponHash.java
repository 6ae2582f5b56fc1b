package io.firstcome.query.coupon.readmodel;

import static io.firstcome.query.reading.HashFields.get;
import static io.firstcome.query.reading.HashFields.instant;
import static io.firstcome.query.reading.HashFields.integer;
import static io.firstcome.query.reading.HashFields.number;
import static io.firstcome.query.reading.HashFields.put;

import io.firstcome.query.coupon.api.CouponTerms;
import io.firstcome.query.reading.HashFormat;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A coupon's state as the hash {@code firstcome:coupon:<id>}. */
final class CouponHash implements HashFormat<CouponState> {

    @Override
    public String prefix() {
        return "firstcome:coupon:";
    }

    @Override
    public Map<String, String> fields(CouponState state) {
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

    @Override
    public CouponState state(Map<String, String> fields) {
        String maxAmount = fields.get("discountMaxAmount");
        CouponTerms terms = new CouponTerms(
                get(fields, "couponId"),
                get(fields, "name"),
                integer(fields, "quantity"),
                get(fields, "discountType"),
                number(fields, "discountValue"),
                maxAmount == null ? null : Long.valueOf(maxAmount),
                number(fields, "minOrderAmount"),
                instant(fields, "issueFrom"),
                instant(fields, "issueUntil"),
                integer(fields, "validDays"),
                integer(fields, "limitPerUser"),
                fields.get("requiredTier"),
                Instant.parse(get(fields, "createdAt")));
        return new CouponState(
                terms,
                integer(fields, "issued"),
                integer(fields, "redeemed"),
                instant(fields, "closedAt"),
                number(fields, "version"));
    }
}
