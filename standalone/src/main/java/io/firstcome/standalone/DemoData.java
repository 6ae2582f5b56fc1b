package io.firstcome.standalone;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.command.concert.api.ConcertCommand.CreateConcert;
import io.firstcome.command.concert.api.DateCommand.OpenDate;
import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.command.product.api.ProductCommand.CreateProduct;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.command.waitingroom.api.RoomDirectoryCommand.PlanRoom;
import io.firstcome.command.wallet.api.WalletCommand.ChargePoints;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.UserId;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.concert.Grade;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.product.SkuTerms;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import io.firstcome.events.wallet.WalletId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * What a newcomer can take at once: coupon 1, coupon 2 behind room "demo", products 1 to 20, two dates of concert 1, of which one is on sale, and points for the
 * users 1 to 100.
 *
 * <p>Each is made when it is not there, so once per data directory, and also after a start that was broken off.
 */
final class DemoData implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoData.class);
    private static final String CREATOR = "operator";

    private static final int COUPONS = 1000;
    private static final int COUPONS_BEHIND_ROOM = 100;
    private static final int VALID_DAYS = 10;

    private static final List<String> CATEGORIES = List.of("shoes", "bags", "books", "music");
    private static final int PRODUCTS = 20;
    private static final int FIRST_STOCK = 100;
    private static final int OTHER_STOCK = 1000;

    private static final int USERS = 100;
    private static final long POINTS = 1_000_000;

    private static final ConcertId CONCERT = new ConcertId("1");
    private static final Duration UNTIL_CONCERT = Duration.ofDays(90);
    private static final Duration UNTIL_SECOND_SALE = Duration.ofDays(30);
    private static final List<Grade> GRADES = List.of(
            new Grade("VIP", 20_000, 1, 10), new Grade("PREMIUM", 15_000, 11, 30), new Grade("NORMAL", 10_000, 31, 50));

    private static final int ROOM_CAPACITY = 50;
    private static final int ROOM_PER_MINUTE = 600;
    private static final int ROOM_MINUTES = 60;
    private static final int ROOM_IDLE_SECONDS = 300;

    private final CommandGateway commands;
    private final EventStore events;
    private final Instant now;

    DemoData(CommandGateway commands, EventStore events, Clock clock) {
        this.commands = commands;
        this.events = events;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<AggregateCommand> missing = Stream.of(
                        Stream.of(coupon("1", COUPONS), coupon("2", COUPONS_BEHIND_ROOM)),
                        Stream.of(room("2")),
                        IntStream.rangeClosed(1, PRODUCTS).mapToObj(this::product),
                        IntStream.rangeClosed(1, PRODUCTS).mapToObj(this::stock),
                        Stream.of(concert(), date("1", null), date("2", now.plus(UNTIL_SECOND_SALE))),
                        IntStream.rangeClosed(1, USERS).mapToObj(this::points))
                .<AggregateCommand>flatMap(commandsOfAKind -> commandsOfAKind)
                .filter(command ->
                        events.lastSequenceNumberFor(command.aggregateId()).isEmpty())
                .toList();
        // All at once, so that they share a commit.
        CompletableFuture.allOf(missing.stream().map(this::send).toArray(CompletableFuture[]::new))
                .join();
        log.info("{} things of the demo were made", missing.size());
    }

    private CompletableFuture<Object> send(AggregateCommand command) {
        return commands.send(
                new GenericCommandMessage<Object>(command).withMetaData(Map.of(CommandMetaData.USER_ID, CREATOR)));
    }

    private CreateCoupon coupon(String id, int pieces) {
        return new CreateCoupon(
                new CouponId(id),
                "Demo: 1,000 off for the first %,d".formatted(pieces),
                pieces,
                new Discount(Discount.Type.FIXED, 1000, null),
                0,
                null,
                null,
                VALID_DAYS,
                1,
                null,
                now);
    }

    private PlanRoom room(String coupon) {
        RoomTerms terms = new RoomTerms(
                "Demo waiting room",
                List.of(new ProtectedItem(ProtectedItem.Type.COUPON, coupon)),
                ROOM_CAPACITY,
                ROOM_PER_MINUTE,
                RoomOrder.FIFO,
                null,
                ROOM_MINUTES,
                ROOM_IDLE_SECONDS,
                null);
        return new PlanRoom(new RoomId("demo"), terms, now);
    }

    private CreateProduct product(int number) {
        return new CreateProduct(
                new ProductId(Integer.toString(number)),
                "Demo product " + number,
                CATEGORIES.get(number % CATEGORIES.size()),
                null,
                List.of(),
                List.of(new SkuTerms(sku(number), null, price(number), stockOf(number))),
                null,
                null,
                null,
                now);
    }

    private OpenStock stock(int number) {
        return new OpenStock(
                new StockId(Integer.toString(number)),
                List.of(new Offer(sku(number), price(number), stockOf(number))),
                null,
                null,
                null,
                now);
    }

    private CreateConcert concert() {
        return new CreateConcert(CONCERT, "Demo concert", "The Firsts", "Olympic Hall", now);
    }

    private OpenDate date(String id, @Nullable Instant saleFrom) {
        return new OpenDate(new DateId(id), CONCERT, true, now.plus(UNTIL_CONCERT), saleFrom, null, 4, 5, GRADES, now);
    }

    private ChargePoints points(int number) {
        UserId user = new UserId(Integer.toString(number));
        return new ChargePoints(WalletId.of(user), user, POINTS, now);
    }

    private static SkuId sku(int number) {
        return new SkuId(Integer.toString(number));
    }

    private static long price(int number) {
        return 14_000L + 1_000L * number;
    }

    private static int stockOf(int number) {
        return number == 1 ? FIRST_STOCK : OTHER_STOCK;
    }
}
