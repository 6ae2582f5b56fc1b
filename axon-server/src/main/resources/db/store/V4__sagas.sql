-- Counts the changes of a process, so that nobody writes on an old state. Those that are under way begin at 0.
ALTER TABLE saga_entry ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
