package io.firstcome.query.processor;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What came of trying dead letters again.
 *
 * @param taken how many the view has taken now
 * @param deadLetters how many are still dead-lettered
 */
@Schema(example = "{\"taken\": 12, \"deadLetters\": 0}")
record RetryResult(long taken, long deadLetters) {}
