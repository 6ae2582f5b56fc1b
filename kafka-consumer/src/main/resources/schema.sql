-- What the inbox needs.

CREATE TABLE IF NOT EXISTS inbox (
    event_id VARCHAR(100) NOT NULL PRIMARY KEY COMMENT 'an event whose effect is in the other tables',
    done_at  TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS held_event (
    event_id  VARCHAR(100) NOT NULL PRIMARY KEY COMMENT 'an event that is to be done and waits in a topic of ours',
    event_key VARCHAR(255) NOT NULL,
    position  BIGINT       NOT NULL,
    dead      BOOLEAN      NOT NULL COMMENT 'it waits among the dead letters, else in the retry topic',
    KEY by_key (event_key, position)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What this application does with the events.

CREATE TABLE IF NOT EXISTS campaign (
    coupon_id VARCHAR(255) NOT NULL PRIMARY KEY,
    name      VARCHAR(255) NOT NULL,
    issued    INT          NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS mail (
    mail_id   BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    coupon_id VARCHAR(255) NOT NULL,
    user_id   VARCHAR(255) NOT NULL,
    body      TEXT         NOT NULL,
    KEY by_coupon (coupon_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
