package io.firstcome.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;

/** @param position of the newest event, 0 when there is none */
@Schema(example = "{\"position\": 2001}")
record AuditHead(long position) {}
