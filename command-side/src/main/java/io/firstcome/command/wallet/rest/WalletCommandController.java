package io.firstcome.command.wallet.rest;

import io.firstcome.command.rest.Commands;
import io.firstcome.command.wallet.api.WalletCommand.ChargePoints;
import io.firstcome.contract.WalletErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletId;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.openapi.Rejects;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.ForCustomer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to wallets over HTTP. */
@RestController
@RequestMapping("/api/v1/user")
@Tag(name = "User")
public class WalletCommandController {

    private final Commands commands;
    private final Clock clock;

    WalletCommandController(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/{userId}/point")
    @ForCustomer
    @Operation(summary = "Charge a user's points, up to 10,000,000 in a calendar month (UTC)")
    @Rejects(type = WalletErrorCode.class, codes = "CHARGE_LIMIT")
    @AlsoAnswers(ProblemCode.OUTCOME_UNKNOWN)
    ResponseEntity<ChargePointsResponse> chargePoints(
            @PathVariable @OpaqueId String userId,
            @Valid @RequestBody ChargePointsRequest request,
            Caller caller,
            @Nullable IdempotentRequest idempotency) {
        caller.requireSelfOrOperator(userId);
        UserId user = new UserId(userId);
        ChargePoints command = new ChargePoints(WalletId.of(user), user, request.amount(), clock.instant());
        return commands.send(command, PointsCharged.class, caller, idempotency)
                .toResponse(HttpStatus.OK, ChargePointsResponse::of);
    }
}
