package io.firstcome.query.processor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.axon.processors.DeadLetterSource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a view could not take, or that waits behind one; or a command that a process could not have carried out.
 *
 * @param sequence what belongs together: events of one sequence are taken in order, or not at all; each command is by itself
 * @param eventId the event; of a command, the event that led to it
 * @param type the event's name, or the command's
 * @param aggregateId the id as the API knows it
 * @param version the event's number in its aggregate; null: it is a command
 * @param reason why it failed; null: it waits behind another one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(example = """
                {"sequence": "coupon:1", "eventId": "0b6f0c1e-7a0e-4c0e-9f0a-0d8f7a1b2c3d", "type": "CouponIssued",
                 "aggregateType": "coupon", "aggregateId": "1", "version": 7, "enqueuedAt": "2026-11-20T09:00:00Z",
                 "reason": "Data truncation: Data too long for column 'name' at row 1"}""")
record DeadLetterItem(
        String sequence,
        String eventId,
        String type,
        String aggregateType,
        String aggregateId,
        @Nullable Long version,
        Instant enqueuedAt,
        @Nullable String reason) {

    static DeadLetterItem of(DeadLetterSource.Letter deadLetters) {
        String stored = deadLetters.aggregateId();
        int colon = stored.indexOf(':');
        return new DeadLetterItem(
                deadLetters.place().sequence(),
                deadLetters.eventId(),
                deadLetters.type(),
                stored.substring(0, Math.max(0, colon)),
                stored.substring(colon + 1),
                deadLetters.version(),
                deadLetters.enqueuedAt(),
                deadLetters.reason());
    }
}
