-- Runs on MySQL 8.4+ and MariaDB 11.4+.

-- How far it is that all of what was paid comes back, and what the card gateway refused of it. NULL: none was begun.
ALTER TABLE order_view
    ADD COLUMN refund_status       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN refund_amount       BIGINT      NULL,
    ADD COLUMN refund_gateway_code TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

-- Of the newest refund; FAILED: what the card gateway refused is owed. NULL: there was none.
ALTER TABLE payment_view
    ADD COLUMN refund_status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD KEY ix_payment_view_refund (refund_status, requested_position);
