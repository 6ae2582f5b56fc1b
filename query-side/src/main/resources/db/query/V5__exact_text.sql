-- Keys, and the categories that a list is filtered by, are compared by their bytes: utf8mb4_bin pads. Why not another
-- collation: see V5__exact_text.sql of the event store.
ALTER TABLE processor_request
    MODIFY idempotency_key VARBINARY(255) NOT NULL,
    -- the code of a refusal; null: answer is the body
    ADD COLUMN refusal  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- of the request that was answered first
    ADD COLUMN trace_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

-- 100 characters of up to 4 bytes
ALTER TABLE product_view MODIFY category VARBINARY(400) NULL;
