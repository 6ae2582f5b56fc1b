package io.firstcome.web.app;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer with an instant and with a field that may be absent. */
record ThingResponse(
        @Schema(example = "1") String userId,
        @Schema(example = "10") long quantity,
        @Schema(example = "2026-11-20T09:00:00Z") Instant at,
        @Schema(example = "none") @Nullable String note) {}
