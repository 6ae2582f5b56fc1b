-- Runs on MySQL 8.4+ and MariaDB 11.4+. Text that is compared is binary: an id is a name, not a word.

-- The events, in commit order. position is handed out by event_head inside the appending transaction.
CREATE TABLE domain_event (
    position        BIGINT       NOT NULL,
    aggregate_id    VARCHAR(96)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence_number BIGINT       NOT NULL,
    aggregate_type  VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_id        CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_type      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- microseconds since 1970-01-01T00:00:00Z
    occurred_at     BIGINT       NOT NULL,
    -- the user whom the event is about, else the one who caused it
    user_id         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    payload         MEDIUMBLOB   NOT NULL,
    metadata        MEDIUMBLOB   NOT NULL,
    PRIMARY KEY (position),
    UNIQUE KEY uk_domain_event_aggregate (aggregate_id, sequence_number),
    KEY ix_domain_event_user (user_id, position)
) ENGINE = InnoDB;

-- One row: the position of the newest event. Whoever appends holds its lock until the commit.
CREATE TABLE event_head (
    id       TINYINT NOT NULL,
    position BIGINT  NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO event_head (id, position) VALUES (1, 0);

CREATE TABLE snapshot (
    aggregate_id    VARCHAR(96)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence_number BIGINT       NOT NULL,
    aggregate_type  VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_id        CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    payload_type    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    occurred_at     BIGINT       NOT NULL,
    payload         LONGBLOB     NOT NULL,
    metadata        MEDIUMBLOB   NOT NULL,
    PRIMARY KEY (aggregate_id)
) ENGINE = InnoDB;

-- A client's Idempotency-Key with its outcome, written in the transaction of the events that it caused.
CREATE TABLE idempotency_key (
    user_id         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    idempotency_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    -- SHA-256 of method, path and body
    fingerprint     BINARY(32)   NOT NULL,
    outcome         MEDIUMBLOB   NOT NULL,
    created_at      BIGINT       NOT NULL,
    PRIMARY KEY (user_id, idempotency_key),
    KEY ix_idempotency_key_created (created_at)
) ENGINE = InnoDB;

-- How often a command was refused, by aggregate and published code. A refusal is no event; this is for operators.
CREATE TABLE refusal_count (
    aggregate_id VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    refused      BIGINT      NOT NULL,
    PRIMARY KEY (aggregate_id, code)
) ENGINE = InnoDB;

-- Axon's token store: how far each event processor is.
CREATE TABLE token_entry (
    processor_name VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    segment        INTEGER      NOT NULL,
    mask           INTEGER      NOT NULL DEFAULT 0,
    token          BLOB         NULL,
    token_type     VARCHAR(255) NULL,
    timestamp      VARCHAR(64)  NULL,
    owner          VARCHAR(255) NULL,
    PRIMARY KEY (processor_name, segment)
) ENGINE = InnoDB;

-- Axon's sequenced dead-letter queue: events that a projection could not take, and all that follow in their sequence.
CREATE TABLE dead_letter_entry (
    dead_letter_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    processing_group     VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence_identifier  VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence_index       BIGINT       NOT NULL,
    message_type         VARCHAR(255) NOT NULL,
    event_identifier     VARCHAR(64)  NOT NULL,
    time_stamp           VARCHAR(64)  NOT NULL,
    payload_type         VARCHAR(255) NOT NULL,
    payload_revision     VARCHAR(32)  NULL,
    payload              MEDIUMBLOB   NOT NULL,
    metadata             MEDIUMBLOB   NULL,
    aggregate_type       VARCHAR(255) NULL,
    aggregate_identifier VARCHAR(255) NULL,
    sequence_number      BIGINT       NULL,
    token_type           VARCHAR(255) NULL,
    token                BLOB         NULL,
    enqueued_at          VARCHAR(64)  NOT NULL,
    last_touched         VARCHAR(64)  NULL,
    processing_started   VARCHAR(64)  NULL,
    cause_type           VARCHAR(255) NULL,
    cause_message        TEXT         NULL,
    diagnostics          MEDIUMBLOB   NULL,
    PRIMARY KEY (dead_letter_id),
    UNIQUE KEY uk_dead_letter_sequence (processing_group, sequence_identifier, sequence_index)
) ENGINE = InnoDB;
