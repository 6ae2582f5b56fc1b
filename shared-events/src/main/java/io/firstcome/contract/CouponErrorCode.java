package io.firstcome.contract;

/** Why a command to a coupon is refused. */
public enum CouponErrorCode implements RejectionCode {
    COUPON_NOT_FOUND(Kind.NOT_FOUND, "There is no such coupon"),
    COUPON_EXISTS(Kind.CONFLICT, "A coupon of this id exists"),
    COUPON_SOLD_OUT(Kind.CONFLICT, "All pieces of the coupon are issued"),
    COUPON_ALREADY_ISSUED(Kind.CONFLICT, "The user has as many of this coupon as one user may have"),
    COUPON_NOT_OPEN(Kind.CONFLICT, "The coupon is not issued at this time"),
    COUPON_CLOSED(Kind.CONFLICT, "The coupon was closed"),
    COUPON_TIER_REQUIRED(Kind.CONFLICT, "The coupon is for users of a higher tier");

    private final Meaning meaning;

    CouponErrorCode(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
