package io.firstcome.command.payment.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** The answer to a webhook. The gateway looks at the status alone. */
@Schema(example = "{\"taken\": true}")
record TossNoticeResponse(boolean taken) {}
