package io.firstcome.command.stock.domain;

import static io.firstcome.command.stock.domain.Sale.BLUE;
import static io.firstcome.command.stock.domain.Sale.NOW;
import static io.firstcome.command.stock.domain.Sale.RED;
import static io.firstcome.command.stock.domain.Sale.heldLine;
import static io.firstcome.command.stock.domain.Sale.heldPreOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.compact.KeyToIntTable;
import io.firstcome.events.stock.HoldRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.RecursiveComparisonAssert;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Snapshots that were stored are read by later versions: their JSON is held by approved files.
 *
 * <p>A shape that can no longer be read needs a new {@code @Revision} on the aggregate, which makes old snapshots unused.
 */
class StockSnapshotContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Serializer serializer = Serializers.forSnapshots(List.of(new KeyNumbersModule()));

    /** A sale with every rule, closed, with holds in every state. */
    private static Stock everything() {
        Sale sale = Sale.ofRedAndBlue(10, 20).limitPerUser(200).window(NOW, NOW.plus(Duration.ofHours(1)));
        Stock stock = new Stock();
        stock.on(sale.opened());
        stock.on(Sale.received(RED, 5));
        stock.on(Sale.preOrderOpened(RED, 3, NOW, NOW.plus(Duration.ofDays(1))));
        stock.on(Sale.preOrderOpened(BLUE, 3, NOW, NOW.plus(Duration.ofDays(1))));
        stock.on(Sale.preOrderCancelled(BLUE));
        stock.on(Sale.held("open-1", "1", heldLine(RED, 2), heldLine(BLUE, 1), heldPreOrder(RED)));
        stock.on(Sale.held("open-2", "550e8400-e29b-41d4-a716-446655440000", heldLine(BLUE, 1)));
        stock.on(Sale.refused("refused", "2", HoldRefusal.OUT_OF_STOCK));
        stock.on(Sale.held("released", "2", heldLine(RED, 1)));
        stock.on(Sale.released("released", "2", heldLine(RED, 1)));
        stock.on(Sale.held("sold", "2", heldLine(RED, 3)));
        stock.on(Sale.sold("sold", "2", heldLine(RED, 3)));
        stock.on(Sale.held("returned", "anna", heldLine(RED, 4)));
        stock.on(Sale.sold("returned", "anna", heldLine(RED, 4)));
        stock.on(Sale.returned("returned", "anna", Sale.line(RED, 1)));
        stock.on(Sale.closed());
        return stock;
    }

    private static Stock fresh() {
        Stock stock = new Stock();
        stock.on(Sale.of(1).opened());
        return stock;
    }

    @Test
    void givenStock_whenStored_thenItIsTheApprovedJson() throws IOException {
        assertThat(json(everything())).isEqualTo(approved("Stock-1"));
        assertThat(json(fresh())).isEqualTo(approved("Stock-1-least"));
    }

    @Test
    void givenStock_whenStored_thenItsTypeAndRevisionAreAsStored() {
        SerializedObject<String> stored = serializer.serialize(fresh(), String.class);

        assertThat(stored.getType().getName()).isEqualTo("io.firstcome.command.stock.domain.Stock");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
    }

    @Test
    void givenApprovedJson_whenRead_thenItIsTheStock() throws IOException {
        assertThatState(read(approved("Stock-1"))).isEqualTo(everything());
        assertThatState(read(approved("Stock-1-least"))).isEqualTo(fresh());
    }

    @Test
    void givenFieldsOfAnotherVersion_whenRead_thenTheyAreIgnored() throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(approved("Stock-1"));
        json.put("later", "text").putObject("laterObject").putArray("deep").add(1);

        assertThatState(read(json.toString())).isEqualTo(everything());
    }

    @ParameterizedTest
    @ValueSource(strings = {"saleFrom", "saleUntil", "limitPerUser"})
    void givenOptionalFieldThatIsAbsentOrNull_whenRead_thenItIsNull(String field) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(approved("Stock-1"));
        json.remove(field);
        Stock absent = read(json.toString());
        Stock explicit = read(json.putNull(field).toString());

        assertThat(absent).hasFieldOrPropertyWithValue(field, null);
        assertThatState(explicit).isEqualTo(absent);
        assertThatState(absent).ignoringFields(field).isEqualTo(everything());
    }

    private static RecursiveComparisonAssert<?> assertThatState(Stock stock) {
        return assertThat(stock)
                .usingRecursiveComparison()
                .withEqualsForType(KeyToIntTable::equals, KeyToIntTable.class);
    }

    private String json(Stock stock) {
        return serializer.serialize(stock, String.class).getData();
    }

    private Stock read(String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, Stock.class.getName(), "1"));
    }

    private static String approved(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                StockSnapshotContractTest.class.getResourceAsStream("/contracts/stock/" + name + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
