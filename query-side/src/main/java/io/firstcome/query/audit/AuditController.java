package io.firstcome.query.audit;

import io.firstcome.query.querying.KnownParameters;
import io.firstcome.query.querying.UnavailableTranslator;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.LimitRange;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.ForAuditor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event history over HTTP. */
@RestController
@RequestMapping("/api/v1/audit/event")
@ForAuditor
@Tag(name = "Audit", description = "What has happened, as it was stored")
public class AuditController {

    private static final Set<String> PARAMETERS =
            Set.of("aggregateType", "aggregateId", "type", "user", "from", "to", "after", "limit");

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping
    @Operation(
            summary = "Events in commit order",
            description =
                    "A part may have fewer items than the limit, even none, while next is not null: go on from there."
                            + " When next is null, the newest event was reached; later ones come after its position.")
    AuditPage listEvents(
            @Parameter(description = "Such as coupon")
                    @RequestParam(required = false)
                    @Pattern(regexp = "[a-z-]{1,32}")
                    @Nullable
                    String aggregateType,
            @Parameter(description = "The id as the API knows it; needs aggregateType")
                    @RequestParam(required = false)
                    @OpaqueId
                    @Nullable
                    String aggregateId,
            @Parameter(description = "Such as CouponIssued")
                    @RequestParam(required = false)
                    @Pattern(regexp = "[A-Za-z0-9]{1,64}")
                    @Nullable
                    String type,
            @Parameter(description = "Whom the event is about, else who caused it")
                    @RequestParam(required = false)
                    @OpaqueId
                    @Nullable
                    String user,
            @Parameter(description = "The first instant") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "The first instant that is not included") @RequestParam(required = false) @Nullable
                    Instant to,
            @Parameter(description = "The position before the first event")
                    @RequestParam(defaultValue = "0")
                    @PositiveOrZero
                    long after,
            @LimitRange(standard = 100, max = 1_000) Limit limit,
            @Parameter(hidden = true) HttpServletRequest request) {
        KnownParameters.require(request, PARAMETERS);
        if (aggregateId != null && aggregateType == null) {
            throw ProblemException.invalid("aggregateType", FieldError.Code.REQUIRED, "goes with aggregateId");
        }
        AuditFilter filter = new AuditFilter(aggregateType, aggregateId, type, user, from, to, after, limit.value());
        return UnavailableTranslator.told(() -> find(filter));
    }

    private AuditPage find(AuditFilter filter) {
        try {
            return trail.find(filter);
        } catch (QueryTimeoutException e) {
            throw ProblemException.of(ProblemCode.UNAVAILABLE, "The question took too long; ask for less at a time.");
        }
    }

    @GetMapping("/head")
    @Operation(summary = "The position of the newest event")
    AuditHead findEventHead() {
        return UnavailableTranslator.told(trail::head);
    }
}
