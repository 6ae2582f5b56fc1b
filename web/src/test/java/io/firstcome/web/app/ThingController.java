package io.firstcome.web.app;

import io.firstcome.contract.RejectedException;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.LimitRange;
import io.firstcome.web.page.Page;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForAnyRole;
import io.firstcome.web.security.ForAuditor;
import io.firstcome.web.security.ForCustomer;
import io.firstcome.web.security.ForOperator;
import io.firstcome.web.security.ForPublic;
import io.firstcome.web.security.ForStaff;
import io.firstcome.web.trace.TraceId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints as the two sides write them. */
@RestController
@RequestMapping("/api/v1/thing")
@Tag(name = "thing", description = "Things")
public class ThingController {

    /** How often a thing was really made: a refused request must not count. */
    public final AtomicInteger made = new AtomicInteger();

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ForCustomer
    @Rejects(
            type = ThingRejection.class,
            codes = {"THING_SOLD_OUT", "THING_UNPAID"})
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    @Operation(summary = "Make a thing")
    CompletableFuture<ThingResponse> makeThing(
            @Valid @RequestBody ThingRequest request, Caller caller, @Nullable IdempotentRequest idempotent) {
        String userId = request.userId();
        caller.requireSelfOrOperator(userId);
        if ("sold-out".equals(request.name())) {
            throw new RejectedException(ThingRejection.THING_SOLD_OUT);
        }
        made.incrementAndGet();
        String note = idempotent == null
                ? null
                : idempotent.key() + ":" + HexFormat.of().formatHex(idempotent.fingerprint());
        long quantity = request.quantity();
        return CompletableFuture.supplyAsync(
                () -> new ThingResponse(userId, quantity, Instant.parse("2026-11-20T09:00:00Z"), note));
    }

    @PostMapping("/{id}/close")
    @ForOperator
    @Rejects(type = ThingRejection.class, codes = "THING_NOT_FOUND")
    @Operation(summary = "Close a thing")
    ThingResponse closeThing(@PathVariable @OpaqueId String id, @Nullable IdempotentRequest idempotent) {
        return new ThingResponse(id, 0, Instant.EPOCH, idempotent == null ? null : idempotent.key());
    }

    @GetMapping("/{id}")
    @ForAnyRole
    @Rejects(type = ThingRejection.class, codes = "THING_NOT_FOUND")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    @Operation(summary = "Read a thing")
    ThingResponse findThing(
            @Parameter(description = "The thing") @PathVariable @OpaqueId String id,
            @Parameter(description = "Wait for this version") @RequestParam(required = false) @Max(10) @Nullable
                    Integer minVersion,
            Caller caller) {
        return new ThingResponse(caller.userId(), minVersion == null ? 0 : minVersion, Instant.EPOCH, caller.tier());
    }

    @GetMapping
    @ForPublic
    @Operation(summary = "List things")
    Page<ThingResponse> listThings(Limit limit, @Nullable Cursor cursor) {
        long after = cursor == null ? 0 : cursor.number(0);
        return new Page<>(
                List.of(new ThingResponse("1", limit.value(), Instant.EPOCH, TraceId.current())),
                Cursor.of(after + limit.value()).encode());
    }

    @GetMapping("/audit")
    @ForAuditor
    @Operation(summary = "Read the history of things")
    Page<ThingResponse> listThingHistory(@LimitRange(standard = 100, max = 1_000) Limit limit) {
        return new Page<>(List.of(new ThingResponse("1", limit.value(), Instant.EPOCH, null)), null);
    }

    @GetMapping("/staff")
    @ForStaff
    @Operation(summary = "Read what staff may read")
    ThingResponse findStaffThing(Caller caller) {
        return new ThingResponse(caller.userId(), 0, Instant.EPOCH, null);
    }

    @GetMapping("/me")
    @ForPublic
    @Operation(summary = "Tell who asks")
    ThingResponse findMyThing(@Nullable Caller caller) {
        return new ThingResponse(caller == null ? "nobody" : caller.userId(), 0, Instant.EPOCH, null);
    }
}
