package io.firstcome.command.coupon.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.store.EventStoreDatabase;
import io.firstcome.axon.store.MySqlEventStorageEngine;
import io.firstcome.axon.store.UserEvents;
import io.firstcome.axon.upcasting.Upcasters;
import io.firstcome.command.FreshStore;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponIssued;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.coupon.CouponRedeemed;
import io.firstcome.events.coupon.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponRestored;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class IssuedPiecesIT {

    private static final CouponId COUPON = new CouponId("1");
    private static final CouponId OTHER = new CouponId("2");
    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");
    private static final PaymentId PAYMENT = new PaymentId("p1");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant EXPIRY = NOW.plus(Duration.ofDays(10));

    private final EventStoreDatabase database = FreshStore.open();
    private final Serializer serializer = Serializers.forEvents();
    private final MySqlEventStorageEngine engine = MySqlEventStorageEngine.create(
            database,
            serializer,
            Serializers.forSnapshots(List.of()),
            Upcasters.chain(),
            SnapshotFilter.allowAll(),
            100);
    private final IssuedPieces pieces = new IssuedPieces(new UserEvents(database, serializer, Upcasters.chain()));
    private long sequence;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givenIssuedPieces_whenAsked_thenTheUsersOwnOfThisCouponInTheOrderOfExpiry() {
        store(
                issued(COUPON, ANNA, 1, EXPIRY),
                issued(COUPON, BEN, 2, EXPIRY),
                issued(OTHER, ANNA, 1, EXPIRY),
                issued(COUPON, ANNA, 3, EXPIRY.minusSeconds(1)));

        assertThat(pieces.findRedeemable(COUPON, ANNA, NOW))
                .containsExactly(
                        new CouponPiece(COUPON, 3, EXPIRY.minusSeconds(1)), new CouponPiece(COUPON, 1, EXPIRY));
        assertThat(pieces.findRedeemable(OTHER, BEN, NOW)).isEmpty();
        assertThat(pieces.findRedeemable(new CouponId("404"), ANNA, NOW)).isEmpty();
    }

    @Test
    void givenPiece_whenItsExpiryIsReached_thenItIsNotAmongThem() {
        store(issued(COUPON, ANNA, 1, EXPIRY));

        assertThat(pieces.findRedeemable(COUPON, ANNA, EXPIRY.minusNanos(1_000)))
                .hasSize(1);
        assertThat(pieces.findRedeemable(COUPON, ANNA, EXPIRY)).isEmpty();
    }

    @Test
    void givenRedeemedPiece_whenAsked_thenItIsNotAmongThemUntilItIsRestored() {
        store(issued(COUPON, ANNA, 1, EXPIRY));
        store(new CouponRedeemed(COUPON, ANNA, 1, PAYMENT, new OrderId("o1"), 20_000, 2_000, NOW));
        assertThat(pieces.findRedeemable(COUPON, ANNA, NOW)).isEmpty();

        store(
                new CouponRedemptionRefused(COUPON, ANNA, 1, new PaymentId("p2"), new OrderId("o2"), NOW),
                new CouponRestored(COUPON, ANNA, 1, PAYMENT, NOW));
        assertThat(pieces.findRedeemable(COUPON, ANNA, NOW)).containsExactly(new CouponPiece(COUPON, 1, EXPIRY));
    }

    @Test
    void givenAppendThatIsRolledBack_whenAsked_thenNothing() {
        try {
            database.inTransaction(() -> {
                engine.appendEvents(message(issued(COUPON, ANNA, 1, EXPIRY)));
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException onPurpose) {
            assertThat(onPurpose).hasMessage("on purpose");
        }

        assertThat(pieces.findRedeemable(COUPON, ANNA, NOW)).isEmpty();
    }

    /** A campaign of a million must not be read for one user. */
    @Test
    void givenHotCoupon_whenTheDatabaseIsAsked_thenItReadsByTheUsersIndex() {
        List<CouponEvent> crowd = new ArrayList<>();
        for (int serial = 1; serial <= 2_000; serial++) {
            crowd.add(issued(COUPON, new UserId("u" + serial), serial, EXPIRY));
        }
        store(crowd.toArray(CouponEvent[]::new));
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

        long before = rowsRead(jdbc);
        assertThat(pieces.findRedeemable(COUPON, new UserId("u1000"), NOW)).hasSize(1);
        assertThat(rowsRead(jdbc) - before).isLessThan(20);
    }

    /** Of the whole server, so that it also tells of rows that other connections read: the test's are the only ones. */
    private static long rowsRead(JdbcTemplate jdbc) {
        long rows = 0;
        for (Map<String, Object> status : jdbc.queryForList("SHOW GLOBAL STATUS LIKE 'Innodb_rows_read'")) {
            rows = status.entrySet().stream()
                    .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals("value"))
                    .mapToLong(entry -> Long.parseLong(entry.getValue().toString()))
                    .sum();
        }
        return rows;
    }

    private void store(CouponEvent... events) {
        database.inTransaction(() -> {
            engine.appendEvents(List.of(events).stream().map(this::message).toList());
            return true;
        });
    }

    private DomainEventMessage<?> message(CouponEvent event) {
        return new GenericDomainEventMessage<>(CouponId.TYPE, event.couponId().toString(), sequence++, event);
    }

    private static CouponIssued issued(CouponId coupon, UserId user, int serial, Instant expiresAt) {
        return new CouponIssued(coupon, user, serial, NOW, expiresAt);
    }
}
