package io.firstcome.benchmarks.baseline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of a piece in a user's hands. */
@Entity
@Table(name = "issued_piece", uniqueConstraints = @UniqueConstraint(columnNames = {"campaign_id", "user_id"}))
class IssuedPiece {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "campaign_id", length = 64, nullable = false)
    private String campaignId = "";

    @Column(name = "user_id", length = 64, nullable = false)
    private String userId = "";

    private int serial;
    private Instant issuedAt = Instant.EPOCH;
    private Instant expiresAt = Instant.EPOCH;

    /** For Hibernate. */
    protected IssuedPiece() {}

    IssuedPiece(String campaignId, String userId, Coupons.Piece piece) {
        this.campaignId = campaignId;
        this.userId = userId;
        this.serial = piece.serial();
        this.issuedAt = piece.issuedAt();
        this.expiresAt = piece.expiresAt();
    }

    @Override
    public String toString() {
        return campaignId + "/" + serial + " of " + userId + ", " + issuedAt + " to " + expiresAt + ", row " + id;
    }
}
