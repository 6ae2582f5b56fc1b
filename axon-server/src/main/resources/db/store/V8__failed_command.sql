-- By its standard name: the commands of processes that failed for good are dead letters, as events of views are.
ALTER TABLE parked_step
    RENAME TO failed_command,
    RENAME COLUMN step_id TO command_id,
    RENAME COLUMN parked_at TO failed_at;
