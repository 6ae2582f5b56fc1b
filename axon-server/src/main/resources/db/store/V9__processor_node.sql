-- Which nodes are there to run which event processor, by their last sign of life, so that they share the segments.
CREATE TABLE processor_node (
    processor_name VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- made at the start of the process
    node           CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- by the clock of the database, UTC
    seen_at        DATETIME(6)  NOT NULL,
    -- why it does not get on there
    error          VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (processor_name, node)
) ENGINE = InnoDB;
