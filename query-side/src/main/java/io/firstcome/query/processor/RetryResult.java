package io.firstcome.query.processor;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What came of trying dead letters again.
 *
 * @param taken how many the view has taken now
 * @param deadLetters how many are still dead-lettered; an answer that was remembered by an earlier version calls it {@code parked}
 */
@Schema(example = "{\"taken\": 12, \"deadLetters\": 0}")
record RetryResult(long taken, @JsonAlias("parked") long deadLetters) {}
