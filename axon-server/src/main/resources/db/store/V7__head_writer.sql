-- Who appended last, and the position behind which all events are theirs: a node knows by one row that nobody else has written.
ALTER TABLE event_head
    ADD COLUMN writer BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN writer_after BIGINT NOT NULL DEFAULT 0;
