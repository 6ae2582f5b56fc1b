package io.firstcome.query.points;

import io.firstcome.query.points.PointsQuery.FindPoints;
import io.firstcome.query.querying.DescendingCursor;
import io.firstcome.query.querying.QueryClient;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about a user's points over HTTP. */
@RestController
@RequestMapping("/api/v1/user/{userId}/point")
@Tag(name = "User", description = "What a user holds")
class PointsQueryController {

    private final QueryClient questions;

    PointsQueryController(QueryClient questions) {
        this.questions = questions;
    }

    @GetMapping
    @ForCustomer
    @Operation(
            summary = "The points of a user, and what became of them, newest first",
            description = "Who never had any has 0.")
    @AlsoAnswers(ProblemCode.READ_MODEL_BEHIND)
    PointsView findPoints(
            @PathVariable @OpaqueId String userId,
            @Parameter(description = "The least version to show; waits up to 2 s for it")
                    @RequestParam(required = false)
                    @PositiveOrZero
                    @Nullable
                    Long minVersion,
            Limit limit,
            @Nullable Cursor cursor,
            Caller caller) {
        caller.requireSelfOrOperator(userId);
        return questions.ask(
                new FindPoints(userId, DescendingCursor.before(cursor), limit.value(), minVersion), PointsView.class);
    }
}
