package io.firstcome.web.app;

import io.firstcome.contract.RejectedException;
import io.firstcome.web.fastpath.FastPath;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.AdmissionHeader;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;

/** The same twice: once on the fast path, once without. */
@RestController
@RequestMapping("/api/v1/twin")
@Tag(name = "twin", description = "Twins")
public class TwinController {

    /** How often a method was called on the fast path. */
    public final AtomicInteger fast = new AtomicInteger();

    /** How often a method was called at all. */
    public final AtomicInteger called = new AtomicInteger();

    @PostMapping("/fast")
    @FastPath
    @ForCustomer
    @Rejects(
            type = ThingRejection.class,
            codes = {"THING_SOLD_OUT"})
    @Operation(summary = "Make a thing on the fast path")
    ResponseEntity<ThingResponse> makeFastTwin(
            @Nullable IdempotentRequest idempotent,
            @Nullable AdmissionHeader admission,
            Caller caller,
            @Valid @RequestBody ThingRequest request) {
        // Spring's dispatcher sets them.
        if (RequestContextHolder.getRequestAttributes() == null) {
            fast.incrementAndGet();
        }
        return make(request, caller, idempotent, admission);
    }

    @PostMapping("/plain")
    @ForCustomer
    @Rejects(
            type = ThingRejection.class,
            codes = {"THING_SOLD_OUT"})
    @Operation(summary = "Make a thing")
    ResponseEntity<ThingResponse> makePlainTwin(
            @Nullable IdempotentRequest idempotent,
            @Nullable AdmissionHeader admission,
            Caller caller,
            @Valid @RequestBody ThingRequest request) {
        return make(request, caller, idempotent, admission);
    }

    private ResponseEntity<ThingResponse> make(
            ThingRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotent,
            @Nullable AdmissionHeader admission) {
        called.incrementAndGet();
        caller.requireSelfOrOperator(request.userId());
        switch (request.name()) {
            case "sold-out" -> throw new RejectedException(ThingRejection.THING_SOLD_OUT);
            case "broken" -> throw new IllegalStateException("secret");
            case "fault" -> throw new StackOverflowError("secret");
            case "away" -> throw ProblemException.of(ProblemCode.UNAVAILABLE, "By itself.");
            default -> {}
        }
        String repeatable = idempotent == null ? null : idempotent.key() + ":" + idempotent.fingerprint().length;
        String note = admission == null ? repeatable : "admitted by '" + admission.value() + "'";
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .eTag("\"3\"")
                .header("Idempotency-Replayed", "true")
                .body(new ThingResponse(
                        request.userId(), request.quantity(), Instant.parse("2026-11-20T09:00:00Z"), note));
    }
}
