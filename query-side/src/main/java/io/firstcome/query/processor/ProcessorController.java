package io.firstcome.query.processor;

import io.firstcome.contract.OperatorErrorCode;
import io.firstcome.query.asking.Outages;
import io.firstcome.query.operator.RememberedAnswers;
import io.firstcome.query.operator.RememberedAnswers.Outcome;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.openapi.Refuses;
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
    private final ParkedEvents parked;
    private final RememberedAnswers answers;
    private final ProcessorCare care;

    ProcessorController(
            ProcessorStatuses statuses,
            RebuildTable rebuilds,
            ParkedEvents parked,
            RememberedAnswers answers,
            ProcessorCare care) {
        this.statuses = statuses;
        this.rebuilds = rebuilds;
        this.parked = parked;
        this.answers = answers;
        this.care = care;
    }

    @GetMapping
    @ForStaff
    @Operation(summary = "All processors and how far they are")
    Page<ProcessorStatus> listProcessors(Limit limit, @Nullable Cursor cursor) {
        List<ProcessorStatus> left = Outages.told(statuses::all).stream()
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
    @Refuses(type = OperatorErrorCode.class, codes = "PROCESSOR_NOT_FOUND")
    ProcessorStatus findProcessor(@Parameter(description = NAME, example = "coupon") @PathVariable String name) {
        return Outages.told(() -> statuses.find(name))
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
    @Refuses(
            type = OperatorErrorCode.class,
            codes = {"PROCESSOR_NOT_FOUND", "NOT_REBUILDABLE"})
    ResponseEntity<ProcessorStatus> rebuildProcessor(
            @Parameter(description = NAME, example = "coupon") @PathVariable String name,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        RememberedAnswers.Answer<ProcessorStatus> asked = Outages.told(
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

    @GetMapping("/{name}/parked")
    @ForStaff
    @Operation(
            summary = "The events that a view could not take, or the commands that failed for a process",
            description =
                    "By sequence; with each event come the later ones of its sequence. Their content is in the audit"
                            + " trail.")
    @Refuses(type = OperatorErrorCode.class, codes = "PROCESSOR_NOT_FOUND")
    Page<ParkedEvent> listParkedEvents(
            @Parameter(description = NAME, example = "coupon") @PathVariable String name,
            Limit limit,
            @Nullable Cursor cursor) {
        String known = findProcessor(name).name();
        return Outages.told(() -> parked.list(known, cursor, limit.value()));
    }

    @PostMapping("/{name}/retry")
    @ForOperator
    @Operation(
            summary = "Have a view take its parked events again, or send the parked commands of a process again",
            description =
                    "Each sequence in order, up to an event that the view still cannot take. Ends after some seconds;"
                            + " what was not tried by then is still parked.")
    @ApiResponse(responseCode = "200", description = "They were tried again")
    @Refuses(type = OperatorErrorCode.class, codes = "PROCESSOR_NOT_FOUND")
    ResponseEntity<RetryResult> retryParkedEvents(
            @Parameter(description = NAME, example = "coupon") @PathVariable String name,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        return Outages.told(
                        () -> answers.after(caller.userId(), idempotency, RetryResult.class, () -> retryParked(name)))
                .toResponse(HttpStatus.OK);
    }

    private Outcome<RetryResult> retryParked(String name) {
        return statuses.find(name)
                .<Outcome<RetryResult>>map(known -> new Outcome.Done<>(parked.retry(known.name())))
                .orElseGet(() -> new Outcome.NotDone<>(OperatorErrorCode.PROCESSOR_NOT_FOUND));
    }
}
