package io.firstcome.query.processor;

import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.openapi.Refuses;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForOperator;
import io.firstcome.web.security.ForStaff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Processors over HTTP. */
@RestController
@RequestMapping("/api/v1/processor")
@Tag(name = "Processor", description = "What keeps the views up to date and forwards events to Kafka")
public class ProcessorController {

    private final ProcessorStatuses statuses;
    private final RebuildRequests requests;

    ProcessorController(ProcessorStatuses statuses, RebuildRequests requests) {
        this.statuses = statuses;
        this.requests = requests;
    }

    @GetMapping
    @ForStaff
    @Operation(summary = "All processors and how far they are")
    List<ProcessorStatus> list() {
        return statuses.all();
    }

    @GetMapping("/{name}")
    @ForStaff
    @Operation(summary = "One processor, and how far the rebuild of its view is")
    @Refuses(type = ProcessorRefusal.class, codes = "PROCESSOR_NOT_FOUND")
    ProcessorStatus find(@PathVariable String name) {
        return statuses.find(name).orElseThrow(ProcessorController::notFound);
    }

    @PostMapping("/{name}/rebuild")
    @ForOperator
    @Operation(
            summary = "Empty a view and fill it again from all stored events",
            description =
                    "Runs in the background and survives a restart. Until it is done, readers of the view see a part of"
                            + " it. While one is asked for or running, another request starts no second one.")
    @ApiResponse(responseCode = "202", description = "The rebuild is asked for, or one was already")
    @Refuses(
            type = ProcessorRefusal.class,
            codes = {"PROCESSOR_NOT_FOUND", "NOT_REBUILDABLE"})
    ResponseEntity<ProcessorStatus> rebuild(
            @PathVariable String name, Caller caller, @Nullable IdempotentRequest idempotency) {
        if (!find(name).rebuildable()) {
            throw ProblemException.of(ProcessorRefusal.NOT_REBUILDABLE, null);
        }
        RebuildRequests.Answer answer = requests.request(name, caller.userId(), idempotency, () -> find(name));
        ResponseEntity.BodyBuilder accepted = ResponseEntity.accepted();
        if (answer.replayed()) {
            accepted.header("Idempotency-Replayed", "true");
        }
        return accepted.body(answer.status());
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProcessorRefusal.PROCESSOR_NOT_FOUND, null);
    }
}
