package io.firstcome.web.app;

import io.firstcome.web.json.OpaqueId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A body with a field of each kind. */
public record ThingRequest(
        @OpaqueId @NotNull String userId,

        @NotBlank @Size(max = 20) @Schema(example = "Welcome")
        String name,

        @NotNull @Positive @Schema(example = "10") Long quantity,

        @Schema(example = "1") int small,
        @Schema(example = "true") @Nullable Boolean flag,

        @Schema(example = "FIXED") @Nullable Kind kind,

        @Schema(example = "2026-11-20T09:00:00Z") @Nullable Instant at,

        @Valid @Nullable List<Line> lines,
        @Nullable Checked checked) {

    public enum Kind {
        FIXED,
        PERCENT
    }

    public record Line(
            @OpaqueId @NotNull String productId,

            @Positive @Schema(example = "2") long quantity) {}

    /** Checks its own values, as the types of the stored language do. */
    public record Checked(@Schema(example = "5") int value) {

        /** How many were made: bodies that were read. */
        public static final AtomicInteger MADE = new AtomicInteger();

        public Checked {
            MADE.incrementAndGet();
            if (value > 100) {
                throw new IllegalArgumentException("value must be at most 100");
            }
        }
    }
}
