package io.firstcome.benchmarks.baseline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of a date of a concert; its seats have rows of their own. */
@Entity
@Table(name = "concert_date")
class DateRow {

    @Id
    @Column(length = 64)
    private String id = "";

    @Column(name = "concert_id", length = 64, nullable = false)
    private String concertId = "";

    private int limitPerUser;
    private int holdMinutes;

    /** For Hibernate. */
    protected DateRow() {}

    DateRow(String id, String concertId, int limitPerUser, int holdMinutes) {
        this.id = id;
        this.concertId = concertId;
        this.limitPerUser = limitPerUser;
        this.holdMinutes = holdMinutes;
    }

    boolean isOf(String concert) {
        return concertId.equals(concert);
    }

    int limitPerUser() {
        return limitPerUser;
    }

    int holdMinutes() {
        return holdMinutes;
    }

    @Override
    public String toString() {
        return id;
    }
}
