package io.firstcome.web.app;

import io.firstcome.contract.Refusal;
import io.firstcome.web.direct.Direct;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.openapi.Refuses;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.problem.ProblemWriter;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
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
import org.springframework.web.servlet.DispatcherServlet;

/** The same twice: once with the short way, once without. */
@RestController
@RequestMapping("/api/v1/twin")
@Tag(name = "twin", description = "Twins")
public class TwinController {

    /** How often a method was called by the short way. */
    public final AtomicInteger direct = new AtomicInteger();
    /** How often a method was called at all. */
    public final AtomicInteger called = new AtomicInteger();

    @PostMapping("/direct")
    @Direct
    @ForCustomer
    @Refuses(
            type = ThingRefusal.class,
            codes = {"THING_SOLD_OUT"})
    @Operation(summary = "Make a thing by the short way")
    @Nullable
    ResponseEntity<ThingResponse> makeDirectTwin(
            HttpServletRequest http,
            HttpServletResponse response,
            @Nullable IdempotentRequest idempotent,
            Caller caller,
            @Valid @RequestBody ThingRequest request)
            throws IOException {
        if (http.getAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE) == null) {
            direct.incrementAndGet();
        }
        return make(request, caller, idempotent, http, response);
    }

    @PostMapping("/plain")
    @ForCustomer
    @Refuses(
            type = ThingRefusal.class,
            codes = {"THING_SOLD_OUT"})
    @Operation(summary = "Make a thing")
    @Nullable
    ResponseEntity<ThingResponse> makePlainTwin(
            @Valid @RequestBody ThingRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotent,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        return make(request, caller, idempotent, http, response);
    }

    private @Nullable ResponseEntity<ThingResponse> make(
            ThingRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotent,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        called.incrementAndGet();
        caller.requireSelfOrOperator(request.userId());
        if (request.name().equals("sold-out")) {
            throw new Refusal(ThingRefusal.THING_SOLD_OUT);
        }
        if (request.name().equals("broken")) {
            throw new IllegalStateException("secret");
        }
        if (request.name().equals("written")) {
            ProblemWriter.write(http, response, ProblemException.of(ProblemCode.UNAVAILABLE, "By itself."));
            return null;
        }
        String note = idempotent == null ? null : idempotent.key() + ":" + idempotent.fingerprint().length;
        return ResponseEntity.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .eTag("\"3\"")
                .header("Idempotency-Replayed", "true")
                .body(new ThingResponse(
                        request.userId(), request.quantity(), Instant.parse("2026-11-20T09:00:00Z"), note));
    }
}
