package io.firstcome.command.payment.rest;

import io.firstcome.command.payment.api.GatewayWebhooks;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.ForPublic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes what the card gateway says without being asked. */
@RestController
@RequestMapping("/api/v1/webhook")
@Tag(name = "Webhook", description = "What the card gateway tells us")
public class WebhookController {

    /** The contract does not say how such an id looks; ours to keep is printable and short. */
    private static final Pattern TRANSMISSION_ID = Pattern.compile("[!-~]{1,128}");

    private final GatewayWebhooks notices;

    WebhookController(GatewayWebhooks notices) {
        this.notices = notices;
    }

    @PostMapping("/toss")
    @ForPublic
    @Operation(
            summary = "Take a webhook of the card gateway",
            description =
                    "Webhooks are unsigned, so nothing of one is believed: at most the gateway is asked sooner what"
                            + " became of the payment. Kinds that are not known are answered with 200, too.")
    @ApiResponse(responseCode = "200", description = "It was taken, or it did not matter")
    TossNoticeResponse receiveTossNotice(
            @Parameter(description = "Stays the same when a webhook is sent again")
                    @RequestHeader(name = "tosspayments-webhook-transmission-id", required = false)
                    @Nullable
                    String transmissionId,
            @RequestBody TossNoticeRequest notice) {
        if (notice.isDeposit()) {
            notices.depositChanged();
        } else if (notice.eventType() == null) {
            throw malformed("It has neither an eventType nor a secret.");
        } else if (TossNoticeRequest.STATUS_CHANGED.equals(notice.eventType())) {
            statusChanged(transmissionId, notice);
        }
        return new TossNoticeResponse(true);
    }

    private void statusChanged(@Nullable String transmissionId, TossNoticeRequest notice) {
        String paymentKey = notice.paymentKey();
        if (paymentKey == null) {
            throw malformed("It names no payment.");
        }
        if (transmissionId == null || !TRANSMISSION_ID.matcher(transmissionId).matches()) {
            throw malformed("It has no transmission id.");
        }
        notices.statusChanged(transmissionId, paymentKey);
    }

    private static ProblemException malformed(String detail) {
        return ProblemException.of(ProblemCode.MALFORMED_REQUEST, detail);
    }
}
