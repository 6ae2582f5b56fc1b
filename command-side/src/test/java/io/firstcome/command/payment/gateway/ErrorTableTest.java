package io.firstcome.command.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.payment.gateway.Finding.Absent;
import io.firstcome.command.payment.gateway.Finding.Unclear;
import io.firstcome.command.payment.gateway.Outcome.Declined;
import io.firstcome.command.payment.gateway.Outcome.Unknown;
import io.firstcome.gateway.GatewaySimulator;
import io.firstcome.gateway.SimulatorSettings;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code of the contract, with the status that the contract gives to it, means what it should: sent by the simulator's test
 * hook through the client, and by the table itself.
 */
class ErrorTableTest {

    private static final Map<Integer, String> CONFIRM = Map.of(
            400,
            """
            ALREADY_PROCESSED_PAYMENT INVALID_REQUEST INVALID_API_KEY PROVIDER_ERROR CARD_PROCESSING_ERROR
            INVALID_CARD_NUMBER INVALID_CARD_EXPIRATION INVALID_STOPPED_CARD INVALID_REJECT_CARD
            INVALID_CARD_LOST_OR_STOLEN EXCEED_MAX_AMOUNT EXCEED_MAX_PAYMENT_AMOUNT BELOW_MINIMUM_AMOUNT
            UNAPPROVED_ORDER_ID EXCEED_MAX_DAILY_PAYMENT_COUNT NOT_AVAILABLE_PAYMENT INVALID_IDEMPOTENCY_KEY
            A_CODE_OF_TOMORROW
            """,
            401,
            "UNAUTHORIZED_KEY",
            403,
            """
            REJECT_CARD_PAYMENT REJECT_CARD_COMPANY REJECT_ACCOUNT_PAYMENT FORBIDDEN_REQUEST EXCEED_MAX_AUTH_COUNT
            EXCEED_MAX_ONE_DAY_AMOUNT INVALID_PASSWORD INCORRECT_BASIC_AUTH_FORMAT FDS_ERROR
            FORBIDDEN_CONSECUTIVE_REQUEST
            """,
            404,
            "NOT_FOUND_PAYMENT NOT_FOUND_PAYMENT_SESSION",
            409,
            "IDEMPOTENT_REQUEST_PROCESSING",
            500,
            "FAILED_INTERNAL_SYSTEM_PROCESSING FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING UNKNOWN_PAYMENT_ERROR");

    private static final Map<Integer, String> CANCEL = Map.of(
            400,
            """
            ALREADY_CANCELED_PAYMENT INVALID_REQUEST NOT_MATCHES_REFUNDABLE_AMOUNT PROVIDER_ERROR REFUND_REJECTED
            ALREADY_REFUND_PAYMENT A_CODE_OF_TOMORROW
            """,
            403,
            """
            NOT_CANCELABLE_AMOUNT NOT_CANCELABLE_PAYMENT FORBIDDEN_CONSECUTIVE_REQUEST EXCEED_MAX_REFUND_DUE
            NOT_ALLOWED_PARTIAL_REFUND
            """,
            409,
            "IDEMPOTENT_REQUEST_PROCESSING",
            500,
            "FAILED_REFUND_PROCESS FAILED_PARTIAL_REFUND COMMON_ERROR FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING");

    /** Of a 4xx, these leave it open. */
    private static final Set<String> OPEN = Set.of(
            "PROVIDER_ERROR",
            "ALREADY_PROCESSED_PAYMENT",
            "IDEMPOTENT_REQUEST_PROCESSING",
            "FORBIDDEN_CONSECUTIVE_REQUEST",
            "A_CODE_OF_TOMORROW");

    static Stream<Arguments> confirmCodes() {
        return codes(CONFIRM);
    }

    static Stream<Arguments> cancelCodes() {
        return codes(CANCEL);
    }

    private static Stream<Arguments> codes(Map<Integer, String> table) {
        return new TreeMap<>(table)
                .entrySet().stream()
                        .flatMap(row -> Arrays.stream(row.getValue().strip().split("\\s+", -1))
                                .map(code -> Arguments.of(row.getKey(), code)));
    }

    @ParameterizedTest
    @MethodSource("confirmCodes")
    void givenACodeOfConfirm_whenJudged_thenItIsDeclinedOrLeftOpen(int status, String code) {
        assertThat(ErrorTable.CONFIRM.outcome(status, code))
                .isEqualTo(status == 500 || OPEN.contains(code) ? new Unknown(code) : new Declined(code));
        assertThat(ErrorTable.CONFIRM.outcome(502, code)).isEqualTo(new Unknown(code));
    }

    @ParameterizedTest
    @MethodSource("cancelCodes")
    void givenACodeOfCancel_whenJudged_thenItIsDeclinedOrLeftOpen(int status, String code) {
        assertThat(ErrorTable.CANCEL.outcome(status, code))
                .isEqualTo(status == 500 || OPEN.contains(code) ? new Unknown(code) : new Declined(code));
        assertThat(ErrorTable.CANCEL.outcome(503, code)).isEqualTo(new Unknown(code));
    }

    @Test
    void givenTheSimulatorsHook_whenEachCodeComesOverHttp_thenItComesToTheSame() {
        try (GatewaySimulator simulator = GatewaySimulator.start(SimulatorSettings.defaults());
                Hook hook = new Hook(simulator.url())) {
            // A client for each: many 5xx open its circuit.
            confirmCodes().map(Arguments::get).forEach(row -> {
                hook.code = (String) row[1];
                assertThat(Gateways.client(Gateways.properties(hook.url()))
                                .confirm(Gateways.charge("pay-1", "order-1", 1)))
                        .isEqualTo(ErrorTable.CONFIRM.outcome((int) row[0], hook.code));
            });
            cancelCodes().map(Arguments::get).forEach(row -> {
                hook.code = (String) row[1];
                assertThat(Gateways.client(Gateways.properties(hook.url()))
                                .cancel(Gateways.refund("pay-1", "order-1", "r", 1)))
                        .isEqualTo(ErrorTable.CANCEL.outcome((int) row[0], hook.code));
            });
            for (String code : new String[] {"NOT_FOUND_PAYMENT", "FORBIDDEN_CONSECUTIVE_REQUEST", "COMMON_ERROR"}) {
                hook.code = code;
                assertThat(Gateways.client(Gateways.properties(hook.url())).find("pay-1"))
                        .isEqualTo(code.equals("NOT_FOUND_PAYMENT") ? new Absent() : new Unclear(code));
            }
        }
    }
}
