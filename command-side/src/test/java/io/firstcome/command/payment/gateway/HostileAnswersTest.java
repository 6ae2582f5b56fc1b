package io.firstcome.command.payment.gateway;

import static io.firstcome.command.payment.gateway.Gateways.charge;
import static io.firstcome.command.payment.gateway.Gateways.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.gateway.Finding.Unclear;
import io.firstcome.command.payment.gateway.Outcome.Unknown;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.gateway.SimulatorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes over the line, nothing is taken for a success or a rejection that is none. */
class HostileAnswersTest {

    private static final CardCharge CHARGE = charge("pay-1", "order-1", 100);

    private static final String DONE = """
            {"paymentKey":"pay-1","orderId":"order-1","status":"DONE","totalAmount":100,"balanceAmount":100}""";

    private static CardGateway client(RawServer server) {
        return Gateways.client(Gateways.properties(server.url(), Duration.ofMillis(700), 32));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | not json                                     | MALFORMED_ANSWER
                    200 | []                                           | MALFORMED_ANSWER
                    200 | {}                                           | MALFORMED_ANSWER
                    200 | {"status":"DONE"}                            | MALFORMED_ANSWER
                    204 | ''                                           | MALFORMED_ANSWER
                    302 | {}                                           | HTTP_302
                    400 | not json                                     | HTTP_400
                    400 | {"code":"REJECT CARD <script>"}              | HTTP_400
                    400 | {"code":42}                                  | HTTP_400
                    403 | {"message":"no code"}                        | HTTP_403
                    429 | {"code":"TOO_MANY"}                          | TOO_MANY
                    500 | {"code":"REJECT_CARD_PAYMENT"}               | REJECT_CARD_PAYMENT
                    503 | <html>busy</html>                            | HTTP_503
                    """)
    void givenAnAnswerThatSaysNothing_whenConfirmed_thenTheOutcomeIsUnknown(int status, String body, String code) {
        try (RawServer server = new RawServer(RawServer.http(status, body), false)) {
            assertThat(client(server).confirm(CHARGE)).isEqualTo(new Unknown(code));
            assertThat(client(server).find("pay-1")).isInstanceOf(Unclear.class);
            assertThat(client(server).cancel(refund("pay-1", "order-1", "r", 1)))
                    .isInstanceOf(Unknown.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'\"status\":\"DONE\"', '\"status\":\"WAITING_FOR_DEPOSIT\"', WAITING_FOR_DEPOSIT",
        "'\"status\":\"DONE\"', '\"status\":\"done\"', MALFORMED_ANSWER",
        "'\"totalAmount\":100', '\"totalAmount\":99', ANOTHER_PAYMENT",
        "'\"totalAmount\":100', '\"totalAmount\":\"100\"', MALFORMED_ANSWER",
        "'\"totalAmount\":100', '\"totalAmount\":100.5', MALFORMED_ANSWER",
        "order-1, order-2, ANOTHER_PAYMENT",
        "pay-1, pay-2, ANOTHER_PAYMENT"
    })
    void givenASuccessOfSomethingElse_whenConfirmed_thenItIsNone(String from, String to, String code) {
        try (RawServer server = new RawServer(RawServer.http(200, DONE.replace(from, to)), false)) {
            assertThat(client(server).confirm(CHARGE)).isEqualTo(new Unknown(code));
        }
    }

    @Test
    void givenACancelThatIsNotOurs_whenCancelled_thenItIsNoSuccess() {
        String other = DONE.replace("}", ",\"cancels\":[{\"cancelAmount\":1,\"cancelReason\":\"[other]\"}]}");
        try (RawServer server = new RawServer(RawServer.http(200, other), false)) {
            assertThat(client(server).cancel(refund("pay-1", "order-1", "r", 1)))
                    .isEqualTo(new Unknown("MALFORMED_ANSWER"));
            assertThat(client(server).cancel(refund("pay-1", "order-1", "other", 1)))
                    .isEqualTo(new Outcome.Approved());
        }
    }

    @Test
    void givenAnAnswerThatIsCutOff_whenConfirmed_thenTheOutcomeIsUnknown() {
        for (String answer : new String[] {
            "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + DONE, "HTTP/1.1 20", "nonsense\r\n\r\n", ""
        }) {
            try (RawServer server = new RawServer(answer, false)) {
                assertThat(client(server).confirm(CHARGE)).isEqualTo(new Unknown("CONNECTION_LOST"));
            }
        }
        try (RawServer server = new RawServer(null, false)) {
            assertThat(client(server).confirm(CHARGE)).isEqualTo(new Unknown("CONNECTION_LOST"));
            assertThat(server.requests).as("a POST is sent once").hasSize(1);
        }
    }

    @Test
    void givenAnAnswerThatDoesNotEnd_whenConfirmed_thenItTimesOut() {
        for (String answer :
                new String[] {"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", "HTTP/1.1 200 OK\r\n", ""}) {
            try (RawServer server = new RawServer(answer, true)) {
                assertThat(client(server).confirm(CHARGE)).isIn(new Unknown("TIMEOUT"), new Unknown("CONNECTION_LOST"));
            }
        }
    }

    @Test
    void givenNobodyListens_whenConfirmed_thenItWasNotSent() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        CardGateway gateway = Gateways.client(Gateways.properties("http://127.0.0.1:" + port));

        assertThatThrownBy(() -> gateway.confirm(CHARGE)).isInstanceOf(NotSentException.class);
        assertThatThrownBy(() -> gateway.find("pay-1")).isInstanceOf(NotSentException.class);
    }

    @Test
    void givenAGatewayThatFails_whenCalledOn_thenTheCircuitOpensAndNothingIsSentAnyMore() {
        try (RawServer server = new RawServer(RawServer.http(500, "{}"), false)) {
            CardGateway gateway = client(server);
            for (int i = 0; i < 20; i++) {
                assertThat(gateway.confirm(CHARGE)).isEqualTo(new Unknown("HTTP_500"));
            }
            assertThatThrownBy(() -> gateway.confirm(CHARGE))
                    .isInstanceOf(NotSentException.class)
                    .hasMessage("the circuit is open");
            assertThat(server.requests).hasSize(20);
        }
    }

    @Test
    void givenDeclines_whenThereAreMany_thenTheCircuitStaysClosed() {
        try (RawServer server = new RawServer(RawServer.http(403, "{\"code\":\"REJECT_CARD_PAYMENT\"}"), false)) {
            CardGateway gateway = client(server);
            for (int i = 0; i < 60; i++) {
                assertThat(gateway.confirm(CHARGE)).isEqualTo(new Outcome.Declined("REJECT_CARD_PAYMENT"));
            }
        }
    }

    @Test
    void givenMoreCallsThanAllowed_whenTheOthersHang_thenTheNextIsNotSent() throws Exception {
        try (RawServer server = new RawServer("", true);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CardGateway gateway = Gateways.client(Gateways.properties(server.url(), Duration.ofSeconds(4), 2));
            List<Future<Outcome>> hanging = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                hanging.add(threads.submit(() -> gateway.confirm(CHARGE)));
            }
            await().until(() -> server.requests.size() == 2);

            assertThatThrownBy(() -> gateway.confirm(CHARGE))
                    .isInstanceOf(NotSentException.class)
                    .hasMessage("too many calls are under way");
            assertThat(server.requests).hasSize(2);
            for (Future<Outcome> call : hanging) {
                assertThat(call.get()).isEqualTo(new Unknown("TIMEOUT"));
            }
        }
    }

    @Test
    void givenACall_whenItIsSent_thenItHasTheContractsHeadersAndTheKeyIsNowhereElse() {
        GatewayProperties properties;
        try (RawServer server = new RawServer(RawServer.http(200, DONE), false)) {
            properties = Gateways.properties(server.url());
            Gateways.client(properties).confirm(CHARGE);

            String basic = Base64.getEncoder()
                    .encodeToString((SimulatorSettings.TEST_KEY + ":").getBytes(StandardCharsets.UTF_8));
            assertThat(server.requests.getFirst())
                    .startsWith("POST /v1/payments/confirm HTTP/1.1")
                    .contains("Authorization: Basic " + basic)
                    .contains("Idempotency-Key: confirm:order-1:p-order-1")
                    .contains("Content-Type: application/json")
                    .doesNotContain(SimulatorSettings.TEST_KEY);
        }
        assertThat(properties.toString()).doesNotContain(SimulatorSettings.TEST_KEY);
    }

    @Test
    void givenNames_whenTheyAreMadeOfTheLongestIds_thenTheContractTakesThem() {
        String longest = "x".repeat(64);
        PaymentId payment = new PaymentId(longest);
        CardRefund refund = new CardRefund(payment, new RefundId(longest), "k", 1, "r".repeat(500));

        assertThat(Names.keyOf(new CardCharge(payment, new OrderId(longest), "k", 1, 0)))
                .hasSizeLessThanOrEqualTo(300);
        assertThat(Names.keyOf(refund)).hasSizeLessThanOrEqualTo(300);
        assertThat(Names.keyOf(charge("k", "a", 1))).isNotEqualTo(Names.keyOf(charge("k", "b", 1)));
        assertThat(Names.reasonOf(refund)).hasSize(200).endsWith("[" + longest + "]");
    }
}
