-- Runs on MySQL 8.4+ and MariaDB 11.4+. Ids are binary text, instants are microseconds since 1970-01-01T00:00:00Z.

-- One row per order. Written by the processor `order`, with those of its lines and its history.
CREATE TABLE order_view (
    order_id        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    address         VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    placed_at       BIGINT       NOT NULL,
    -- of the event that placed it: the order of a user's list
    placed_position BIGINT       NOT NULL,
    status          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- both are there from when its stock is held
    amount          BIGINT       NULL,
    shipping_fee    BIGINT       NULL,
    discount        BIGINT       NOT NULL,
    paid            BIGINT       NOT NULL,
    refunded        BIGINT       NOT NULL,
    payment_id      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- why it was rejected or cancelled
    reason          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    hold_expires_at BIGINT       NOT NULL,
    -- the sequence number of the last event of the order that this row contains
    version         BIGINT       NOT NULL,
    -- and the place in commit order of the last event about it: what is not greater is already contained
    position        BIGINT       NOT NULL,
    PRIMARY KEY (order_id),
    KEY ix_order_view_list (user_id, placed_position),
    CONSTRAINT ck_order_view_refunded CHECK (refunded BETWEEN 0 AND paid)
) ENGINE = InnoDB;

CREATE TABLE order_line_view (
    order_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    product_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sku_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    pre_order  TINYINT(1)  NOT NULL,
    -- 0 for the first
    line       INTEGER     NOT NULL,
    quantity   INTEGER     NOT NULL,
    unit_price BIGINT      NULL,
    PRIMARY KEY (order_id, product_id, sku_id, pre_order)
) ENGINE = InnoDB;

-- When an order came to each status: the position is that of the event that brought it there.
CREATE TABLE order_history_view (
    order_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position BIGINT      NOT NULL,
    status   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at       BIGINT      NOT NULL,
    PRIMARY KEY (order_id, position)
) ENGINE = InnoDB;

-- One row per payment. Written by the processor `payment`, with those of its refunds and its history.
CREATE TABLE payment_view (
    payment_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id            VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    requested_at       BIGINT      NOT NULL,
    -- of the event that began it: the order of the list
    requested_position BIGINT      NOT NULL,
    status             VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount             BIGINT      NOT NULL,
    discount           BIGINT      NOT NULL,
    points             BIGINT      NOT NULL,
    card               BIGINT      NOT NULL,
    refunded           BIGINT      NOT NULL,
    declined_because   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    gateway_code       TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    version            BIGINT      NOT NULL,
    position           BIGINT      NOT NULL,
    PRIMARY KEY (payment_id),
    KEY ix_payment_view_newest (requested_position),
    KEY ix_payment_view_status (status, requested_position),
    KEY ix_payment_view_order (order_id),
    CONSTRAINT ck_payment_view_refunded CHECK (refunded BETWEEN 0 AND amount)
) ENGINE = InnoDB;

CREATE TABLE payment_refund_view (
    payment_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    refund_id        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    started_position BIGINT      NOT NULL,
    amount           BIGINT      NOT NULL,
    status           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at               BIGINT      NOT NULL,
    gateway_code     TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (payment_id, refund_id),
    -- an operator looks for those that failed
    KEY ix_payment_refund_view_status (status)
) ENGINE = InnoDB;

CREATE TABLE payment_history_view (
    payment_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position   BIGINT      NOT NULL,
    status     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at         BIGINT      NOT NULL,
    PRIMARY KEY (payment_id, position)
) ENGINE = InnoDB;

-- One row per user who ever had points. Written by the processor `points`, with those of its history.
CREATE TABLE wallet_view (
    user_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    balance  BIGINT      NOT NULL,
    version  BIGINT      NOT NULL,
    position BIGINT      NOT NULL,
    PRIMARY KEY (user_id),
    CONSTRAINT ck_wallet_view_balance CHECK (balance >= 0)
) ENGINE = InnoDB;

CREATE TABLE wallet_history_view (
    user_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position   BIGINT      NOT NULL,
    type       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount     BIGINT      NOT NULL,
    balance    BIGINT      NOT NULL,
    order_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    payment_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    at         BIGINT      NOT NULL,
    PRIMARY KEY (user_id, position),
    KEY ix_wallet_history_view_payment (user_id, payment_id)
) ENGINE = InnoDB;
