package io.firstcome.command.process;

import io.firstcome.command.concert.api.DateCommand.OpenDate;
import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.command.order.api.OrderCommand.CancelOrder;
import io.firstcome.command.order.api.OrderCommand.DeliverOrder;
import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.command.order.api.OrderCommand.ReturnOrder;
import io.firstcome.command.order.api.OrderCommand.ShipOrder;
import io.firstcome.command.order.api.OrderCommand.StartPayment;
import io.firstcome.command.order.api.OrderCommand.StartRefund;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.command.wallet.api.WalletCommand.ChargePoints;
import io.firstcome.events.UserId;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.concert.Grade;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.order.OrderEvent.OrderRefundFailed;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.OrderedDate;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Buyers and an operator who do anything at any time. What is refused is refused. */
final class RandomBuyers {

    private static final List<String> PRODUCTS = List.of("tea", "cup", "pot");
    private static final List<String> COUPONS = List.of("five", "all");
    private static final Duration HOLD = Duration.ofMinutes(30);
    private static final int USERS = 4;
    private static final int SEATS = 16;
    private static final ConcertId CONCERT = new ConcertId("tour");
    private static final DateId DATE = new DateId("tour-1");
    private static final Instant STARTS_AT = ExampleOrder.NOW.plus(Duration.ofDays(3_650));

    private final ShopInMemory world;
    private final Random random;
    private final List<OrderId> orders = new ArrayList<>();
    private final List<UserId> buyers = new ArrayList<>();
    private final List<PaymentId> payments = new ArrayList<>();
    private final List<OrderId> orderOf = new ArrayList<>();
    private int refunds;
    private boolean passTheOrderBy;

    RandomBuyers(ShopInMemory world) {
        this.world = world;
        this.random = world.random();
    }

    void openShop() {
        open("tea", 7_000, 40, null);
        open("cup", 2_500, 30, 9);
        open("pot", 15_000, 8, null);
        world.execute(new OpenDate(
                DATE,
                CONCERT,
                true,
                STARTS_AT,
                null,
                null,
                6,
                30,
                List.of(new Grade("ALL", 9_000, 1, SEATS)),
                world.now()));
        coupon("five", new Discount(Discount.Type.FIXED, 5_000, null));
        coupon("all", new Discount(Discount.Type.PERCENT, 100, null));
        for (int i = 0; i < USERS; i++) {
            world.execute(new ChargePoints(WalletId.of(user(i)), user(i), 60_000, world.now()));
            for (String coupon : COUPONS) {
                world.execute(new IssueCoupon(new CouponId(coupon), user(i), null, world.now()));
            }
        }
    }

    private void open(String product, long price, int quantity, @Nullable Integer limit) {
        world.execute(new OpenStock(
                new StockId(product),
                List.of(new Offer(new SkuId(product), price, quantity)),
                null,
                null,
                limit,
                world.now()));
    }

    private void coupon(String id, Discount discount) {
        world.execute(
                new CreateCoupon(new CouponId(id), id, USERS - 1, discount, 0, null, null, 1, 1, null, world.now()));
    }

    private static UserId user(int number) {
        return new UserId("user" + number);
    }

    void refundsPassTheOrderBy() {
        passTheOrderBy = true;
    }

    /** One of all that can be asked for. */
    void act() {
        int what = random.nextInt(100);
        if (orders.isEmpty() || what < 18) {
            place();
        } else if (what < 52) {
            pay();
        } else if (what < 58) {
            world.execute(new CancelOrder(anyOrder(), null, world.now()));
        } else if (what < 64) {
            refund();
        } else if (what < 78) {
            world.execute(new ShipOrder(anyOrder(), world.now()));
        } else if (what < 90) {
            world.execute(new DeliverOrder(anyOrder(), world.now()));
        } else if (what < 96) {
            world.execute(new ReturnOrder(anyOrder(), null, world.now()));
        } else {
            world.advance(Duration.ofMinutes(random.nextInt(25)));
        }
    }

    private void place() {
        OrderId order = new OrderId("order" + orders.size());
        UserId buyer = user(random.nextInt(USERS));
        boolean seats = world.chance(30);
        OrderedDate date = seats ? new OrderedDate(CONCERT, DATE, STARTS_AT) : null;
        orders.add(order);
        buyers.add(buyer);
        world.execute(new PlaceOrder(
                order,
                buyer,
                seats ? someSeats() : somePieces(),
                null,
                null,
                world.now().plus(HOLD),
                date,
                world.now()));
    }

    private List<OrderLine> someSeats() {
        return random.ints(1, SEATS + 1)
                .distinct()
                .limit(1 + random.nextInt(3))
                .mapToObj(seat -> OrderLine.ofSeat(DATE, seat))
                .toList();
    }

    private List<OrderLine> somePieces() {
        List<OrderLine> lines = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
            lines.add(new OrderLine(new ProductId(product), new SkuId(product), 1 + random.nextInt(3), false));
        }
        return lines;
    }

    private void pay() {
        int number = recent(orders.size());
        PaymentId payment = new PaymentId("payment" + payments.size());
        payments.add(payment);
        orderOf.add(orders.get(number));
        boolean card = world.chance(60);
        world.execute(new StartPayment(
                orders.get(number),
                null,
                payment,
                world.chance(40) ? anyPieceOf(buyers.get(number)) : null,
                card ? PaymentMethod.CARD : PaymentMethod.POINT,
                card ? random.nextInt(3) * 4_000L : 0,
                card ? "key-" + payment.value() : null,
                world.now()));
    }

    /** Perhaps one that is used already. */
    private @Nullable CouponPiece anyPieceOf(UserId user) {
        List<CouponPiece> pieces = world.events().stream()
                .map(event -> event.getPayload() instanceof CouponIssued issued
                                && issued.userId().equals(user)
                        ? new CouponPiece(issued.couponId(), issued.serial(), issued.expiresAt())
                        : null)
                .filter(piece -> piece != null)
                .toList();
        return pieces.isEmpty() ? null : pieces.get(random.nextInt(pieces.size()));
    }

    private void refund() {
        if (payments.isEmpty()) {
            return;
        }
        Long amount = world.chance(50) ? null : 1L + random.nextInt(15_000);
        int number = recent(payments.size());
        giveBack(orderOf.get(number), payments.get(number), amount);
    }

    /** Asks again for one that the card gateway has refused. Tells whether there was one. */
    boolean askAgain() {
        int before = world.events().size();
        world.events().stream()
                .map(event -> event.getPayload() instanceof OrderRefundFailed failed && failed.owed() ? failed : null)
                .filter(Objects::nonNull)
                .toList()
                .forEach(failed -> giveBack(failed.orderId(), failed.paymentId(), null));
        return world.events().size() > before;
    }

    private void giveBack(OrderId order, PaymentId payment, @Nullable Long amount) {
        RefundId refund = new RefundId("refund" + refunds++);
        if (passTheOrderBy) {
            world.execute(new RefundPayment(payment, refund, amount, "why not", null, world.now()));
            return;
        }
        world.execute(new StartRefund(order, payment, refund, amount, "why not", null, world.now()));
    }

    private OrderId anyOrder() {
        return orders.get(recent(orders.size()));
    }

    /** Later ones rather than early ones. */
    private int recent(int size) {
        return Math.max(0, size - 1 - random.nextInt(Math.min(size, 6)));
    }
}
