-- Runs on MySQL 8.4+ and MariaDB 11.4+. Ids are binary text, instants are microseconds since 1970-01-01T00:00:00Z.

-- One row per order and per payment that still waits for something. Written by the processor `reconciliation`, which deletes
-- a row as soon as it adds up.
CREATE TABLE reconciliation_view (
    -- as the event store knows it: order:… or payment:…
    subject    VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payment_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    user_id    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- what it is a case of unless something follows, separated by commas
    kinds      VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- from when on it is late
    since      BIGINT       NOT NULL,
    -- JSON: what is known of it
    state      TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    -- the place in commit order of the last event about it: what is not greater is already contained
    position   BIGINT       NOT NULL,
    PRIMARY KEY (subject),
    KEY ix_reconciliation_view_since (since, subject, kinds)
) ENGINE = InnoDB;
