package io.firstcome.query.processor;

import io.firstcome.contract.OperatorErrorCode;
import io.firstcome.query.operator.OperatorIdempotency;
import io.firstcome.query.operator.OperatorIdempotency.Outcome;
import io.firstcome.query.querying.UnavailableTranslator;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.Page;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForOperator;
import io.firstcome.web.security.ForStaff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    private static final String NAME = "The processor's name";

    private final ProcessorStatuses statuses;
    private final RebuildTable rebuilds;
    private final DeadLetters deadLetters;
    private final OperatorIdempotency answers;
    private final ProcessorSupervisor care;

    ProcessorController(
            ProcessorStatuses statuses,
            RebuildTable rebuilds,
            DeadLetters deadLetters,
            OperatorIdempotency answers,
            ProcessorSupervisor care) {
        this.statuses = statuses;
        this.rebuilds = rebuilds;
        this.deadLetters = deadLetters;
        this.answers = answers;
        this.care = care;
    }

    @GetMapping
    @ForStaff
    @Operation(summary = "All processors and how far they are")
    Page<ProcessorStatus> listProcessors(Limit limit, @Nullable Cursor cursor) {
        List<ProcessorStatus> left = UnavailableTranslator.told(statuses::all).stream()
                .filter(status -> cursor == null || status.name().compareTo(cursor.key(0)) > 0)
                .sorted(Comparator.comparing(ProcessorStatus::name))
                .toList();
        if (left.size() <= limit.value()) {
            return new Page<>(left, null);
        }
        List<ProcessorStatus> items = left.subList(0, limit.value());
        return new Page<>(items, Cursor.of(items.getLast().name()).encode());
    }

    @GetMapping("/{name}")
    @ForStaff
    @Operation(summary = "One processor, and how far the rebuild of its view is")
    @Rejects(type = OperatorErrorCode.class, codes = "PROCESSOR_NOT_FOUND")
    ProcessorStatus findProcessor(@Parameter(description = NAME, example = "coupon") @PathVariable String name) {
        return UnavailableTranslator.told(() -> statuses.find(name))
                .orElseThrow(() -> ProblemException.of(OperatorErrorCode.PROCESSOR_NOT_FOUND, null));
    }

    @PostMapping("/{name}/rebuild")
    @ForOperator
    @Operation(
            summary = "Empty a view and fill it again from all stored events",
            description =
                    "Runs in the background and survives a restart. Until it is done, readers of the view see a part of"
                            + " it. While one is asked for or running, another request starts no second one.")
    @ApiResponse(responseCode = "202", description = "The rebuild is asked for, or one was already")
    @Rejects(
            type = OperatorErrorCode.class,
            codes = {"PROCESSOR_NOT_FOUND", "NOT_REBUILDABLE"})
    ResponseEntity<ProcessorStatus> rebuildProcessor(
            @Parameter(description = NAME, example = "coupon") @PathVariable String name,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        OperatorIdempotency.Answer<ProcessorStatus> asked = UnavailableTranslator.told(
                () -> answers.once(caller.userId(), idempotency, ProcessorStatus.class, () -> requestRebuild(name)));
        care.soon();
        return asked.toResponse(HttpStatus.ACCEPTED);
    }

    private Outcome<ProcessorStatus> requestRebuild(String name) {
        Optional<ProcessorStatus> known = statuses.find(name);
        if (known.isEmpty()) {
            return new Outcome.NotDone<>(OperatorErrorCode.PROCESSOR_NOT_FOUND);
        }
        if (!known.get().rebuildable()) {
            return new Outcome.NotDone<>(OperatorErrorCode.NOT_REBUILDABLE);
        }
        rebuilds.request(name);
        return new Outcome.Done<>(findProcessor(name));
    }

    @GetMapping("/{name}/dead-letter")
    @ForStaff
    @Operation(
            summary = "The events that a view could not take, or the commands that failed for a process",
            description =
                    "By sequence; with each event come the later ones of its sequence. Their content is in the audit"
                            + " trail.")
    @Rejects(type = OperatorErrorCode.class, codes = "PROCESSOR_NOT_FOUND")
    Page<DeadLetterItem> listDeadLetters(
            @Parameter(description = NAME, example = "coupon") @PathVariable String name,
            Limit limit,
            @Nullable Cursor cursor) {
        String known = findProcessor(name).name();
        return UnavailableTranslator.told(() -> deadLetters.list(known, cursor, limit.value()));
    }

    @PostMapping("/{name}/retry")
    @ForOperator
    @Operation(
            summary = "Have a view take its dead letters again, or send the dead-lettered commands of a process again",
            description =
                    "Each sequence in order, up to an event that the view still cannot take. Ends after some seconds;"
                            + " what was not tried by then is still dead-lettered.")
    @ApiResponse(responseCode = "200", description = "They were tried again")
    @Rejects(type = OperatorErrorCode.class, codes = "PROCESSOR_NOT_FOUND")
    ResponseEntity<RetryResult> retryDeadLetters(
            @Parameter(description = NAME, example = "coupon") @PathVariable String name,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        return UnavailableTranslator.told(
                        () -> answers.after(caller.userId(), idempotency, RetryResult.class, () -> retryLetters(name)))
                .toResponse(HttpStatus.OK);
    }

    private Outcome<RetryResult> retryLetters(String name) {
        return statuses.find(name)
                .<Outcome<RetryResult>>map(known -> new Outcome.Done<>(deadLetters.retry(known.name())))
                .orElseGet(() -> new Outcome.NotDone<>(OperatorErrorCode.PROCESSOR_NOT_FOUND));
    }
}
