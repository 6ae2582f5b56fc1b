package io.firstcome.query.coupon.readmodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.query.coupon.api.CouponTerms;
import io.firstcome.query.reading.HashFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one coupon in one batch, for its Redis hash. They are added as a whole or not at all. */
public final class CouponRun {

    private final String couponId;
    private @Nullable CouponTerms terms;
    private @Nullable Instant closedAt;
    private long from = -1;
    private long to = -1;
    private int issued;
    private int redeemed;
    private boolean broken;

    public CouponRun(String couponId) {
        this.couponId = couponId;
    }

    /** The campaign was created by its event number {@code version}. */
    public void created(CouponTerms created, long version) {
        extend(version);
        terms = created;
    }

    /** One more piece was issued by event number {@code version}. */
    public void issued(long version) {
        extend(version);
        issued++;
    }

    /** A piece has paid for something, by event number {@code version}. */
    public void redeemed(long version) {
        extend(version);
        redeemed++;
    }

    /** A piece that had paid for something may be used again, by event number {@code version}. */
    public void restored(long version) {
        extend(version);
        redeemed--;
    }

    /** Event number {@code version} changes nothing that is shown. */
    public void noted(long version) {
        extend(version);
    }

    /** The campaign was closed by event number {@code version}. */
    public void closed(Instant at, long version) {
        extend(version);
        closedAt = at;
    }

    /** Something is missing in this run: the hash is dropped and read anew. */
    public void breakOff() {
        broken = true;
    }

    private void extend(long version) {
        broken |= to >= 0 && version != to + 1;
        from = from < 0 ? version : from;
        to = version;
    }

    String couponId() {
        return couponId;
    }

    /** What the script reads; see {@code coupon-apply.lua}. */
    Script script() {
        return new Script(from, to, issued, redeemed, closedAt == null ? null : closedAt.toString(), created(), broken);
    }

    private @Nullable List<String> created() {
        if (terms == null) {
            return null;
        }
        return HashFields.flat(new CouponHash().fields(new CouponState(terms, issued, redeemed, closedAt, to)));
    }

    /** A run as JSON. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Script(
            long from,
            long to,
            int issued,
            int redeemed,
            @Nullable String closedAt,
            @Nullable List<String> created,
            boolean broken) {}
}
