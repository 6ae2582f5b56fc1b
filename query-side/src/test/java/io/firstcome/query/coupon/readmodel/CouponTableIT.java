package io.firstcome.query.coupon.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.embedded.TestServers;
import io.firstcome.query.coupon.api.CouponTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A batch about many coupons is written by two statements, and what a row contains already is not added again. */
class CouponTableIT {

    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

    private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
            TestServers.mariaDb().freshDatabase(),
            TestServers.mariaDb().username(),
            TestServers.mariaDb().password()));
    private final CouponTable table = new CouponTable(jdbc);

    @BeforeEach
    void setUp() {
        Flyway.configure()
                .dataSource(jdbc.getDataSource())
                .locations("classpath:db/query")
                .load()
                .migrate();
    }

    @Test
    void givenManyCoupons_whenEachIsChangedDifferently_thenEachRowHasItsOwn() {
        table.writeAll(List.of(created("a", 1), created("b", 2), created("c", 3)));
        table.writeAll(List.of(
                issued("a", 4, 1),
                issued("b", 5, 1),
                issued("b", 6, 2),
                redeemed("b", 7, 3),
                issued("c", 8, 1),
                new CouponChange.Closed("c", AT, origin(9, 2)),
                new CouponChange.Noted("a", origin(10, 2))));

        assertThat(rows()).containsExactly("a 1 0 2 10 open", "b 2 1 3 7 open", "c 1 0 2 9 closed");
        assertThat(jdbc.queryForList("SELECT name FROM coupon_view WHERE quantity = 5", String.class))
                .containsExactly("bench", "bench", "bench");
    }

    @Test
    void givenEventsThatComeAgain_whenSomeAreNew_thenOnlyTheseAreAdded() {
        List<CouponChange> first = List.of(created("a", 1), created("b", 2), issued("a", 3, 1), issued("b", 4, 1));
        table.writeAll(first);
        List<CouponChange> again = new ArrayList<>(first);
        again.add(issued("b", 5, 2));

        table.writeAll(again);
        table.writeAll(again);

        assertThat(rows()).containsExactly("a 1 0 1 3 open", "b 2 0 2 5 open");
    }

    @Test
    void givenACouponThatWasNeverCreated_whenItIsChangedWithOthers_thenItIsRefused() {
        table.writeAll(List.of(created("a", 1)));

        assertThatThrownBy(() -> table.writeAll(List.of(issued("a", 2, 1), issued("b", 3, 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Coupon b ");
        assertThat(rows()).containsExactly("a 0 0 0 1 open");
    }

    @Test
    void givenMorePiecesThanThereAre_whenTheyAreAdded_thenTheTableRefuses() {
        table.writeAll(List.of(created("a", 1)));
        List<CouponChange> tooMany = new ArrayList<>();
        for (int piece = 1; piece <= 6; piece++) {
            tooMany.add(issued("a", 1 + piece, piece));
        }

        assertThatThrownBy(() -> table.writeAll(tooMany)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> table.writeOne(redeemed("a", 8, 1)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private List<String> rows() {
        return jdbc.query(
                "SELECT coupon_id, issued, redeemed, version, position, closed_at FROM coupon_view ORDER BY coupon_id",
                (row, index) -> row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3) + " " + row.getLong(4)
                        + " " + row.getLong(5) + (row.getObject(6) == null ? " open" : " closed"));
    }

    private static CouponChange created(String couponId, long position) {
        return new CouponChange.Created(
                new CouponTerms(couponId, "bench", 5, "FIXED", 1, null, 0, null, null, 1, 1, null, AT),
                origin(position, 0));
    }

    private static CouponChange issued(String couponId, long position, long version) {
        return new CouponChange.Issued(couponId, origin(position, version));
    }

    private static CouponChange redeemed(String couponId, long position, long version) {
        return new CouponChange.Redeemed(couponId, origin(position, version));
    }

    private static EventPosition origin(long position, long version) {
        return new EventPosition(new GenericEventMessage<>("event"), position, version);
    }
}
