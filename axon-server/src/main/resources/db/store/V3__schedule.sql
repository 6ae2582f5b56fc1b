-- Tasks that are to run later or again: deadlines, calls of the card gateway. The table of db-scheduler.
-- DATETIME holds UTC whatever the session's time zone is.
CREATE TABLE scheduled_task (
    task_name            VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    task_instance        VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    task_data            MEDIUMBLOB   NULL,
    execution_time       DATETIME(6)  NOT NULL,
    picked               BOOLEAN      NOT NULL,
    picked_by            VARCHAR(50)  NULL,
    last_success         DATETIME(6)  NULL,
    last_failure         DATETIME(6)  NULL,
    consecutive_failures INT          NULL,
    last_heartbeat       DATETIME(6)  NULL,
    version              BIGINT       NOT NULL,
    priority             SMALLINT     NULL,
    PRIMARY KEY (task_name, task_instance),
    KEY ix_scheduled_task_due (execution_time),
    KEY ix_scheduled_task_heartbeat (last_heartbeat)
) ENGINE = InnoDB;

-- Notices of the card gateway that were taken already: it sends each until it is answered.
CREATE TABLE gateway_notice (
    transmission_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- microseconds since 1970-01-01T00:00:00Z
    received_at     BIGINT       NOT NULL,
    PRIMARY KEY (transmission_id),
    KEY ix_gateway_notice_received (received_at)
) ENGINE = InnoDB;
