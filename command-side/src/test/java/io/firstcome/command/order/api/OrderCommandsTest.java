package io.firstcome.command.order.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.command.order.api.OrderCommand.RecordHold;
import io.firstcome.command.order.api.OrderCommand.RecordPayment;
import io.firstcome.command.order.api.OrderCommand.StartPayment;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command can't be. */
class OrderCommandsTest {

    private static final OrderId ID = new OrderId("o1");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private static PlaceOrder place(List<OrderLine> lines) {
        return new PlaceOrder(ID, new UserId("1"), lines, null, NOW.plusSeconds(1), NOW);
    }

    private static OrderLine line(String product, int quantity) {
        return new OrderLine(new ProductId(product), new SkuId(product), quantity, false);
    }

    @Test
    void givenOrder_whenItsCommandsAreSent_thenTheyAreRoutedByIt() {
        assertThat(place(List.of(line("1", 1))).aggregateId()).isEqualTo("order:o1");
        assertThat(place(List.of(line("1", 1))).whenUnknown()).isEqualTo(OrderErrorCode.ORDER_NOT_FOUND);
    }

    @Test
    void givenHundredLines_whenPlaced_thenTheyAreAllThere() {
        List<OrderLine> lines =
                IntStream.range(0, 100).mapToObj(i -> line("p" + i, 10_000)).toList();

        assertThat(place(lines).lines()).isEqualTo(lines);
    }

    @Test
    void givenHundredLinesOfOneOption_whenPlaced_thenTheyAreOneLine() {
        assertThat(place(Collections.nCopies(100, line("1", 10_000))).lines()).containsExactly(line("1", 1_000_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void givenNoLinesOrTooMany_whenPlaced_thenThereIsNoSuchCommand(int count) {
        List<OrderLine> lines =
                IntStream.range(0, count).mapToObj(i -> line("p" + i, 1)).toList();

        assertThatIllegalArgumentException().isThrownBy(() -> place(lines));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_001, Integer.MAX_VALUE})
    void givenQuantityOutOfBounds_whenPlaced_thenThereIsNoSuchCommand(int quantity) {
        assertThatIllegalArgumentException().isThrownBy(() -> place(List.of(line("1", quantity))));
    }

    @Test
    void givenExpiryThatIsOver_whenPlaced_thenThereIsNoSuchCommand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlaceOrder(ID, new UserId("1"), List.of(line("1", 1)), null, NOW, NOW));
    }

    @Test
    void givenAddressThatIsBlankOrTooLong_whenPlaced_thenThereIsNoSuchCommand() {
        for (String address : List.of("", " ", "a".repeat(501), "\uD83C\uDF75".repeat(501))) {
            assertThatIllegalArgumentException().isThrownBy(() -> placedAt(address));
        }
    }

    /** An emoji is one character, for the request, for the command and for the column. */
    @Test
    void givenAddressOfEmoji_whenPlaced_thenEachCountsOnce() {
        String address = "\uD83C\uDF75".repeat(PlaceOrder.MAX_ADDRESS_LENGTH);

        assertThat(placedAt(address).address()).isEqualTo(address);
    }

    private static PlaceOrder placedAt(String address) {
        return new PlaceOrder(ID, new UserId("1"), List.of(line("1", 1)), address, NOW.plusSeconds(1), NOW);
    }

    @Test
    void givenNegativePriceOrNoLine_whenHeld_thenThereIsNoSuchCommand() {
        PricedLine line = new PricedLine(new ProductId("1"), new SkuId("1"), 1, false, -1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordHold(ID, List.of(line), ShippingTerms.USUAL, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordHold(ID, List.of(), ShippingTerms.USUAL, NOW));
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "0,-1", "1000000000001,0"})
    void givenTermsOutOfBounds_whenMade_thenThereAreNone(long fee, long freeFrom) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ShippingTerms(fee, freeFrom));
    }

    @ParameterizedTest
    @CsvSource({"POINT,1,", "POINT,0,key", "CARD,0,", "CARD,-1,key"})
    void givenPaymentThatContradictsItself_whenStarted_thenThereIsNoSuchCommand(
            PaymentMethod method, long points, @Nullable String paymentKey) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new StartPayment(ID, null, new PaymentId("p1"), null, method, points, paymentKey, NOW));
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "0,-1"})
    void givenNegativeSums_whenRecorded_thenThereIsNoSuchCommand(long paid, long discount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordPayment(ID, new PaymentId("p1"), paid, discount, NOW));
    }
}
