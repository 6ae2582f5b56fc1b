package io.firstcome.query;

import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.product.SkuTerms;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockEvent.PreOrderCancelled;
import io.firstcome.events.stock.StockEvent.PreOrderOpened;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import io.firstcome.events.stock.StockEvent.StockOpened;
import io.firstcome.events.stock.StockEvent.StockReceived;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Makes the events of one product and of its stock, each in order. */
public final class ProductTestData {

    public static final Instant AT = CouponTestData.AT;

    private final ProductId product;
    private final StockId stock;
    private final List<SkuId> skus;
    private long productVersion;
    private long stockVersion;

    /** A product with these options; without any it has one, named like the product. */
    public ProductTestData(String id, String... skus) {
        this.product = new ProductId(id);
        this.stock = new StockId(id);
        this.skus = skus.length == 0
                ? List.of(new SkuId(id))
                : Arrays.stream(skus).map(SkuId::new).toList();
    }

    public DomainEventMessage<?> created() {
        return created("Product " + product.value(), 1_000, "things", null, null);
    }

    public DomainEventMessage<?> created(
            String name, long price, @Nullable String category, @Nullable Instant from, @Nullable Instant until) {
        return message(new ProductCreated(
                product,
                name,
                price,
                category,
                "It is a " + name,
                List.of("https://example.com/1.jpg", "https://example.com/2.jpg"),
                skus.stream()
                        .map(sku -> new SkuTerms(sku, skus.size() == 1 ? null : "Option " + sku, price, 10))
                        .toList(),
                from,
                until,
                2,
                AT));
    }

    public DomainEventMessage<?> withdrawn() {
        return message(new ProductWithdrawn(product, AT.plusSeconds(60)));
    }

    /** Each option begins with {@code quantity}. */
    public DomainEventMessage<?> opened(int quantity) {
        return message(new StockOpened(
                stock, skus.stream().map(sku -> new Offer(sku, 1_000, quantity)).toList(), null, null, null, AT));
    }

    public DomainEventMessage<?> received(int option, int quantity) {
        return message(new StockReceived(stock, skus.get(option), quantity, AT));
    }

    public DomainEventMessage<?> held(String hold, int option, int quantity, boolean preOrder) {
        return message(new StockHeld(
                stock,
                new HoldId(hold),
                new OrderId(hold),
                new UserId("u"),
                lines(option, quantity, preOrder),
                AT.plus(Duration.ofMinutes(30)),
                AT));
    }

    public DomainEventMessage<?> refused(String hold) {
        return message(new StockHoldRefused(
                stock, new HoldId(hold), new OrderId(hold), new UserId("u"), HoldRefusal.OUT_OF_STOCK, AT));
    }

    public DomainEventMessage<?> released(String hold, int option, int quantity, boolean preOrder) {
        return message(new StockReleased(
                stock, new HoldId(hold), new OrderId(hold), new UserId("u"), lines(option, quantity, preOrder), AT));
    }

    public DomainEventMessage<?> sold(String hold, int option, int quantity, boolean preOrder, Instant at) {
        return message(new StockSold(
                stock, new HoldId(hold), new OrderId(hold), new UserId("u"), lines(option, quantity, preOrder), at));
    }

    public DomainEventMessage<?> returned(String hold, int option, int quantity, boolean preOrder, Instant at) {
        return message(new StockReturned(
                stock,
                new HoldId(hold),
                new OrderId(hold),
                new UserId("u"),
                List.of(new StockLine(skus.get(option), quantity, preOrder)),
                at));
    }

    public DomainEventMessage<?> preOrderOpened(int option, int quantity) {
        return message(new PreOrderOpened(stock, skus.get(option), quantity, AT, AT.plus(Duration.ofDays(10)), AT));
    }

    public DomainEventMessage<?> preOrderCancelled(int option) {
        return message(new PreOrderCancelled(stock, skus.get(option), AT));
    }

    /** Holds one piece of the first option {@code count} times. */
    public List<DomainEventMessage<?>> held(int count) {
        return IntStream.range(0, count)
                .<DomainEventMessage<?>>mapToObj(i -> held("h" + stockVersion, 0, 1, false))
                .toList();
    }

    private List<HeldLine> lines(int option, int quantity, boolean preOrder) {
        return List.of(new HeldLine(skus.get(option), quantity, preOrder, 1_000));
    }

    /** The next event of the product. */
    public DomainEventMessage<?> message(ProductEvent event) {
        return new GenericDomainEventMessage<>(
                ProductId.TYPE, product.toString(), productVersion++, event, MetaData.from(Map.of("userId", "tester")));
    }

    /** The next event of the stock. */
    public DomainEventMessage<?> message(StockEvent event) {
        return new GenericDomainEventMessage<>(
                StockId.TYPE, stock.toString(), stockVersion++, event, MetaData.from(Map.of("userId", "tester")));
    }
}
