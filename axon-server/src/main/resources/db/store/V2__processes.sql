-- The states of processes that are under way: Axon's saga store.
CREATE TABLE saga_entry (
    saga_id         CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- the process, by its simple name
    saga_type       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    revision        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    serialized_saga MEDIUMBLOB   NOT NULL,
    PRIMARY KEY (saga_id)
) ENGINE = InnoDB;

-- Which events belong to which process: those whose property of that name has that value.
CREATE TABLE association_value_entry (
    saga_type         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    association_key   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    association_value VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    saga_id           CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (saga_type, association_key, association_value, saga_id),
    KEY ix_association_value_saga (saga_id)
) ENGINE = InnoDB;

-- Commands of processes that failed for good, for an operator to look at and to send again.
CREATE TABLE parked_step (
    process      VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    step_id      CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- the event or deadline that the process handled
    caused_by    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    aggregate_id VARCHAR(96)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    command_type VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    command      MEDIUMTEXT   CHARACTER SET utf8mb4 NOT NULL,
    metadata     MEDIUMTEXT   CHARACTER SET utf8mb4 NOT NULL,
    cause        TEXT         CHARACTER SET utf8mb4 NOT NULL,
    attempts     INTEGER      NOT NULL,
    -- microseconds since 1970-01-01T00:00:00Z
    parked_at    BIGINT       NOT NULL,
    PRIMARY KEY (process, step_id)
) ENGINE = InnoDB;
