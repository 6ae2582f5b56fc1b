package io.firstcome.query.processor;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an event processor is.
 *
 * @param running whether it runs in the process that answers; of a processor of other nodes, that one of them is there
 * @param position the newest event that it has handled, 0 before the first
 * @param lag how many stored events it has not handled yet
 * @param segments how many parts it is split into
 * @param error why it does not get on, or null
 * @param deadLetters how many events are dead-lettered because it could not take them, or follow such a one
 * @param rebuildable whether its view can be rebuilt
 * @param rebuild the last rebuild of its view, or null when there was none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(example = """
                {"name": "coupon", "running": true, "position": 2001, "lag": 0, "segments": 1, "error": null, "deadLetters": 0,
                 "rebuildable": true, "rebuild": {"state": "RUNNING", "requestedAt": "2026-11-20T09:00:00Z",
                 "finishedAt": null, "percent": 40}}""")
record ProcessorStatus(
        String name,
        boolean running,
        long position,
        long lag,
        int segments,
        @Nullable String error,
        @JsonAlias("parked") long deadLetters,
        boolean rebuildable,
        @Nullable Rebuild rebuild) {

    /**
     * A rebuild of a view from all stored events.
     *
     * @param percent how much of what was stored when it began is in the view again, 0 to 100
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Rebuild(
            RebuildState state,
            Instant requestedAt,
            @Nullable Instant finishedAt,
            int percent) {}
}
