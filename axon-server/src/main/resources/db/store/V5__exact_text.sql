-- Text that is compared is compared by its bytes. utf8mb4_bin pads: a key and the same key with a space behind it would
-- be equal. The collations without padding have other names on MySQL than on MariaDB; bytes are the same on both.
ALTER TABLE idempotency_key MODIFY idempotency_key VARBINARY(255) NOT NULL;

-- Where no character set was named, it was that of the database, perhaps one without emoji or one that ignores case.
ALTER TABLE token_entry
    MODIFY token_type VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY timestamp  VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY owner      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

ALTER TABLE dead_letter_entry
    MODIFY message_type         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY event_identifier     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY time_stamp           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY payload_type         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY payload_revision     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY aggregate_type       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY aggregate_identifier VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY token_type           VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY enqueued_at          VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY last_touched         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY processing_started   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    MODIFY cause_type           VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    MODIFY cause_message        TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

ALTER TABLE parked_step
    MODIFY command  MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    MODIFY metadata MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    MODIFY cause    TEXT       CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

ALTER TABLE scheduled_task MODIFY picked_by VARCHAR(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
