package io.firstcome.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One stored event.
 *
 * @param position its place in commit order, from 1 without holes
 * @param aggregateId the id as the API knows it
 * @param sequence its number in its aggregate, from 0 without holes
 * @param payload the JSON as it was stored
 * @param metadata who caused it and why: {@code userId}, {@code traceId}, {@code correlationId}, {@code causationId}
 */
@Schema(example = """
                {"position": 2, "eventId": "0b6f0c1e-7a0e-4c0e-9f0a-0d8f7a1b2c3d", "aggregateType": "coupon",
                 "aggregateId": "1", "sequence": 1, "type": "CouponIssued", "revision": "1",
                 "timestamp": "2026-11-20T09:00:00Z",
                 "payload": {"couponId": "1", "userId": "1", "serial": 1, "issuedAt": "2026-11-20T09:00:00Z",
                 "expiresAt": "2026-11-30T09:00:00Z"}, "metadata": {"userId": "1"}}""")
record AuditEvent(
        long position,
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        String revision,
        Instant timestamp,
        JsonNode payload,
        JsonNode metadata) {}
