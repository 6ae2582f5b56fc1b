-- Runs on MySQL 8.4+ and MariaDB 11.4+. Ids are binary text, instants are microseconds since 1970-01-01T00:00:00Z.

-- One row per concert. Written by the processor `concert`.
CREATE TABLE concert_view (
    concert_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title            VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    artist           VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    venue            VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    created_at       BIGINT       NOT NULL,
    -- of the event that created it: newer is greater
    created_position BIGINT       NOT NULL,
    version          BIGINT       NOT NULL,
    position         BIGINT       NOT NULL,
    PRIMARY KEY (concert_id),
    KEY ix_concert_view_newest (created_position)
) ENGINE = InnoDB;

-- One row per date of a concert. Written by the processor `concert-date`, after the rows of its seats.
CREATE TABLE date_view (
    date_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    concert_id      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    starts_at       BIGINT      NOT NULL,
    sale_from       BIGINT      NULL,
    sale_until      BIGINT      NULL,
    limit_per_user  INTEGER     NOT NULL,
    hold_minutes    INTEGER     NOT NULL,
    -- a list, as JSON
    grades          MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    created_at      BIGINT      NOT NULL,
    -- of the event that opened it: newer is greater
    opened_position BIGINT      NOT NULL,
    seats           INTEGER     NOT NULL,
    held            INTEGER     NOT NULL,
    sold            INTEGER     NOT NULL,
    first_sold_at   BIGINT      NULL,
    -- when all seats were sold for the first time, and how long after the first one
    sold_out_at     BIGINT      NULL,
    sold_out_after  BIGINT      NULL,
    version         BIGINT      NOT NULL,
    position        BIGINT      NOT NULL,
    PRIMARY KEY (date_id),
    KEY ix_date_view_concert (concert_id, opened_position),
    KEY ix_date_view_sold_out (sold_out_after, sold_out_at),
    CONSTRAINT ck_date_view_seats CHECK (held >= 0 AND sold >= 0 AND held + sold <= seats)
) ENGINE = InnoDB;

-- The seats that anybody ever had; all others are free.
CREATE TABLE seat_view (
    date_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seat    INTEGER     NOT NULL,
    status  VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- of the date, when the seat came to this status
    version BIGINT      NOT NULL,
    PRIMARY KEY (date_id, seat)
) ENGINE = InnoDB;

-- An order of seats has the date; its lines have the grades.
ALTER TABLE order_view
    ADD COLUMN concert_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN date_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE order_line_view
    ADD COLUMN grade VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
