package io.firstcome.benchmarks.baseline;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The row of a reservation, and one row for each of its seats. The id is made here, so that inserts go in one batch. */
@Entity
@Table(name = "reservation", indexes = @Index(columnList = "date_id, user_id"))
class Reservation {

    @Id
    @Column(length = 36)
    private String id = UUID.randomUUID().toString();

    @Column(name = "date_id", length = 64, nullable = false)
    private String dateId = "";

    @Column(name = "user_id", length = 64, nullable = false)
    private String userId = "";

    /** How many, so that a user's seats are counted without their rows. */
    private int count;

    private long amount;
    private Instant holdExpiresAt = Instant.EPOCH;

    @ElementCollection
    @CollectionTable(name = "reservation_seat", joinColumns = @JoinColumn(name = "reservation_id"))
    @Column(name = "seat", nullable = false)
    private Set<Integer> seats = new HashSet<>();

    /** For Hibernate. */
    protected Reservation() {}

    Reservation(String dateId, String userId, List<SeatRow> held, Instant holdExpiresAt) {
        this.dateId = dateId;
        this.userId = userId;
        this.count = held.size();
        this.amount = held.stream().mapToLong(SeatRow::price).sum();
        this.holdExpiresAt = holdExpiresAt;
        held.forEach(seat -> seats.add(seat.number()));
    }

    String id() {
        return id;
    }

    long amount() {
        return amount;
    }

    Instant holdExpiresAt() {
        return holdExpiresAt;
    }

    @Override
    public String toString() {
        return id + " of " + userId + ": " + count + " seats of " + dateId;
    }
}
