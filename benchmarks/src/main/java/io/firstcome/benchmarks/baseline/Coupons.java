package io.firstcome.benchmarks.baseline;

import java.time.Instant;

/** A way to give each piece of a campaign to one user. */
public interface Coupons {

    /** For how many days a piece is valid: that of ours when nothing is said. */
    int VALID_DAYS = 10;

    /** A piece in a user's hands. */
    record Piece(int serial, Instant issuedAt, Instant expiresAt) {}

    /**
     * What is stored of a campaign.
     *
     * @param pieces how many are given
     * @param serials how many different serials they have
     * @param highest the highest serial, 0 when there is none
     * @param users how many different users have one
     */
    record Stored(long pieces, long serials, long highest, long users) {}

    /** Sets up a campaign; one piece for each user. */
    void create(String couponId, int quantity);

    /**
     * Gives the user a piece.
     *
     * @throws io.firstcome.web.problem.ProblemException when a rule refuses it, with the codes of ours
     */
    Piece issue(String couponId, String userId);

    /** What is stored now, read from where it is stored. */
    Stored stored(String couponId);
}
