package io.firstcome.benchmarks.baseline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row that every issue updates. */
@Entity
@Table(name = "campaign")
class Campaign {

    @Id
    @Column(length = 64)
    private String id = "";

    private int quantity;
    private int issued;

    /** For Hibernate. */
    protected Campaign() {}

    Campaign(String id, int quantity) {
        this.id = id;
        this.quantity = quantity;
    }

    boolean isSoldOut() {
        return issued >= quantity;
    }

    /** The serial of the next piece. */
    int issueNext() {
        return ++issued;
    }

    @Override
    public String toString() {
        return id;
    }
}
