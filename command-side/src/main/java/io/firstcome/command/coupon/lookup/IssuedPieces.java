package io.firstcome.command.coupon.lookup;

import io.firstcome.axon.store.UserEvents;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponIssued;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.coupon.CouponRedeemed;
import io.firstcome.events.coupon.CouponRestored;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.messaging.Message;

/**
 * Which pieces of a coupon a user holds, from the event store.
 *
 * <p>What it tells of a piece never changes: that it is the user's, its serial and its expiry. That it is not redeemed holds at the moment
 * of asking; the coupon itself decides when it is.
 */
public final class IssuedPieces {

    private final UserEvents events;

    public IssuedPieces(UserEvents events) {
        this.events = events;
    }

    /**
     * The user's pieces that are neither redeemed nor expired at {@code at}, the one that expires first in front; empty when there is
     * none, or no such coupon.
     */
    public List<CouponPiece> findRedeemable(CouponId coupon, UserId user, Instant at) {
        Map<Integer, CouponPiece> issued = new TreeMap<>();
        Map<Integer, CouponPiece> redeemable = new TreeMap<>();
        events.of(user.value(), coupon.toString()).stream()
                .map(Message::getPayload)
                .forEach(event -> {
                    switch (event) {
                        case CouponIssued issue -> {
                            CouponPiece piece = new CouponPiece(coupon, issue.serial(), issue.expiresAt());
                            issued.put(issue.serial(), piece);
                            redeemable.put(issue.serial(), piece);
                        }
                        case CouponRedeemed redeemed -> redeemable.remove(redeemed.serial());
                        case CouponRestored restored -> restore(restored.serial(), issued, redeemable);
                        default -> {
                            // Tells nothing about a piece.
                        }
                    }
                });
        return redeemable.values().stream()
                .filter(piece -> at.isBefore(piece.expiresAt()))
                .sorted(Comparator.comparing(CouponPiece::expiresAt))
                .toList();
    }

    private static void restore(int serial, Map<Integer, CouponPiece> issued, Map<Integer, CouponPiece> redeemable) {
        CouponPiece piece = issued.get(serial);
        if (piece != null) {
            redeemable.put(serial, piece);
        }
    }
}
