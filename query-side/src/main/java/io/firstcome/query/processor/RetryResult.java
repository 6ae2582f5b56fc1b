package io.firstcome.query.processor;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What came of trying parked events again.
 *
 * @param taken how many the view has taken now
 * @param parked how many are still parked
 */
@Schema(example = "{\"taken\": 12, \"parked\": 0}")
record RetryResult(long taken, long parked) {}
