package io.firstcome.benchmarks.baseline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** The row of a seat, which a reservation reads and updates. */
@Entity
@Table(name = "seat", uniqueConstraints = @UniqueConstraint(columnNames = {"date_id", "number"}))
class SeatRow {

    static final String AVAILABLE = "AVAILABLE";
    static final String HELD = "HELD";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "date_id", length = 64, nullable = false)
    private String dateId = "";

    private int number;

    @Column(length = 50, nullable = false)
    private String grade = "";

    private long price;

    @Column(length = 16, nullable = false)
    private String status = AVAILABLE;

    /** For Hibernate. */
    protected SeatRow() {}

    int number() {
        return number;
    }

    String grade() {
        return grade;
    }

    long price() {
        return price;
    }

    boolean isAvailable() {
        return status.equals(AVAILABLE);
    }

    void hold() {
        status = HELD;
    }

    @Override
    public String toString() {
        return dateId + "/" + number + " " + status + ", row " + id;
    }
}
