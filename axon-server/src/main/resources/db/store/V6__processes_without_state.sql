-- The processes of orders and payments have no state of their own any more. Those that were under way begin again: the position of
-- their processors goes back to before the order of the oldest of them, so that they take its events, and all that came after
-- them, once more. Every step does nothing when it was done before.
CREATE TEMPORARY TABLE process_start AS
SELECT MIN(event.position) - 1 AS position
FROM saga_entry saga
JOIN domain_event event
  ON event.sequence_number = 0
 AND event.aggregate_id = CONCAT('order:', CONVERT(COALESCE(
         JSON_UNQUOTE(JSON_EXTRACT(CONVERT(saga.serialized_saga USING utf8mb4), '$.orderId')),
         JSON_UNQUOTE(JSON_EXTRACT(CONVERT(saga.serialized_saga USING utf8mb4), '$.started.orderId')),
         JSON_UNQUOTE(JSON_EXTRACT(CONVERT(saga.serialized_saga USING utf8mb4), '$.late.orderId'))) USING ascii));

UPDATE token_entry token
JOIN process_start start ON start.position IS NOT NULL
SET token.token = CONCAT('{"globalIndex":', start.position, '}')
WHERE token.processor_name IN ('order-process', 'payment-process')
  AND token.token IS NOT NULL
  AND CAST(JSON_EXTRACT(CONVERT(token.token USING utf8mb4), '$.globalIndex') AS UNSIGNED) > start.position;

DROP TEMPORARY TABLE process_start;
DELETE FROM association_value_entry;
DELETE FROM saga_entry;

-- It told that a process was changed by another; now only its processor changes it.
ALTER TABLE saga_entry DROP COLUMN version;

-- Axon's deadlines: an order's time is a task of its own, which its first event schedules.
DELETE FROM scheduled_task WHERE task_name = 'AxonDeadline';
