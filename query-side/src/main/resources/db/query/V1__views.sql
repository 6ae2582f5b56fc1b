-- Runs on MySQL 8.4+ and MariaDB 11.4+. Ids are binary text, instants are microseconds since 1970-01-01T00:00:00Z.

-- One row per coupon campaign. Written by the processor `coupon`, in the transaction of its token.
CREATE TABLE coupon_view (
    coupon_id           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name                VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    quantity            INTEGER      NOT NULL,
    discount_type       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    discount_value      BIGINT       NOT NULL,
    discount_max_amount BIGINT       NULL,
    min_order_amount    BIGINT       NOT NULL,
    issue_from          BIGINT       NULL,
    issue_until         BIGINT       NULL,
    valid_days          INTEGER      NOT NULL,
    limit_per_user      INTEGER      NOT NULL,
    required_tier       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at          BIGINT       NOT NULL,
    closed_at           BIGINT       NULL,
    issued              INTEGER      NOT NULL,
    redeemed            INTEGER      NOT NULL,
    -- the sequence number of the last event of the coupon that this row contains
    version             BIGINT       NOT NULL,
    -- and its place in commit order: what is not greater is already contained
    position            BIGINT       NOT NULL,
    PRIMARY KEY (coupon_id),
    CONSTRAINT ck_coupon_view_issued CHECK (issued BETWEEN 0 AND quantity AND redeemed BETWEEN 0 AND issued)
) ENGINE = InnoDB;

-- One row per piece that a user holds. Written by the processor `user-coupon`.
CREATE TABLE user_coupon_view (
    user_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    coupon_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    serial      INTEGER     NOT NULL,
    issued_at   BIGINT      NOT NULL,
    expires_at  BIGINT      NOT NULL,
    redeemed_at BIGINT      NULL,
    -- of the event that issued it: the order of a user's list
    issued_position BIGINT  NOT NULL,
    -- of the last event about it
    position    BIGINT      NOT NULL,
    PRIMARY KEY (user_id, coupon_id, serial),
    KEY ix_user_coupon_view_list (user_id, issued_position)
) ENGINE = InnoDB;

-- A rebuild that was asked for: REQUESTED until the view is emptied, RUNNING until it is where the events were then.
CREATE TABLE processor_rebuild (
    processor_name  VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    requested_at    BIGINT       NOT NULL,
    finished_at     BIGINT       NULL,
    target_position BIGINT       NOT NULL,
    PRIMARY KEY (processor_name)
) ENGINE = InnoDB;

-- Answers given under an Idempotency-Key by the processor endpoints.
CREATE TABLE processor_request (
    user_id         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    idempotency_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fingerprint     BINARY(32)   NOT NULL,
    answer          MEDIUMBLOB   NOT NULL,
    created_at      BIGINT       NOT NULL,
    PRIMARY KEY (user_id, idempotency_key),
    KEY ix_processor_request_created (created_at)
) ENGINE = InnoDB;
