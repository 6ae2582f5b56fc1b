package io.firstcome.query.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.axon.processors.TransientFailures;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.query.CouponTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.query.view.ViewChange;
import io.firstcome.query.view.ViewFrame;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch about many coupons writes each row once, and what a row contains already is not added again. */
class CouponProjectionIT {

    private static final QuerySide QUERY_SIDE = QuerySide.start();

    private final Coupons coupons = new Coupons(QUERY_SIDE.bean(ViewFrame.class));
    private final CouponTestData a = new CouponTestData("a");
    private final CouponTestData b = new CouponTestData("b");
    private final CouponTestData c = new CouponTestData("c");

    @ProcessingGroup(CouponProjection.GROUP)
    private static final class Coupons extends CouponProjection {

        private Coupons(ViewFrame frame) {
            super(frame);
        }

        private void writeAll(List<ViewChange<String, CouponEvent>> changes) {
            write(changes);
        }
    }

    @AfterAll
    static void stop() {
        QUERY_SIDE.close();
    }

    @BeforeEach
    void empty() {
        QUERY_SIDE.jdbc().update("DELETE FROM coupon_view");
    }

    @Test
    void givenManyCoupons_whenEachIsChangedDifferently_thenEachRowHasItsOwn() {
        coupons.writeAll(List.of(at(1, a.created(5)), at(2, b.created(5)), at(3, c.created(5))));
        coupons.writeAll(List.of(
                at(4, a.issued("u")),
                at(5, b.issued("u")),
                at(6, b.issued("v")),
                at(7, b.redeemed("u", 1)),
                at(8, c.issued("u")),
                at(9, c.closed()),
                at(10, a.redemptionRefused("u", 1))));

        assertThat(rows()).containsExactly("a 1 0 2 10 open", "b 2 1 3 7 open", "c 1 0 2 9 closed");
        assertThat(QUERY_SIDE.jdbc().queryForList("SELECT name FROM coupon_view WHERE quantity = 5", String.class))
                .containsExactly("Campaign a", "Campaign b", "Campaign c");
    }

    @Test
    void givenEventsThatComeAgain_whenSomeAreNew_thenOnlyTheseAreAdded() {
        List<ViewChange<String, CouponEvent>> first =
                List.of(at(1, a.created(5)), at(2, b.created(5)), at(3, a.issued("u")), at(4, b.issued("u")));
        coupons.writeAll(first);
        List<ViewChange<String, CouponEvent>> again = new ArrayList<>(first);
        again.add(at(5, b.issued("v")));

        coupons.writeAll(again);
        coupons.writeAll(again);

        assertThat(rows()).containsExactly("a 1 0 1 3 open", "b 2 0 2 5 open");
    }

    @Test
    void givenACouponThatWasNeverCreated_whenItIsChangedWithOthers_thenItIsRefused() {
        coupons.writeAll(List.of(at(1, a.created(5))));

        assertThatThrownBy(() -> coupons.writeAll(List.of(at(2, a.issued("u")), at(3, b.issued("u")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Coupon b ");
        assertThat(rows()).containsExactly("a 0 0 0 1 open");
    }

    @Test
    void givenMorePiecesThanThereAre_whenTheyAreAdded_thenTheTableRefuses() {
        coupons.writeAll(List.of(at(1, a.created(5))));
        List<ViewChange<String, CouponEvent>> tooMany = new ArrayList<>();
        for (int piece = 1; piece <= 6; piece++) {
            tooMany.add(at(1 + piece, a.issued("u")));
        }

        assertThatThrownBy(() -> coupons.writeAll(tooMany))
                .matches(fault -> !TransientFailures.isTransient(fault), "is a fault of the data");
        assertThatThrownBy(() -> coupons.writeAll(List.of(at(8, a.redeemed("u", 1)))))
                .matches(fault -> !TransientFailures.isTransient(fault), "is a fault of the data");
    }

    private static List<String> rows() {
        return QUERY_SIDE
                .jdbc()
                .query(
                        "SELECT coupon_id, issued, redeemed, version, position, closed_at FROM coupon_view ORDER BY 1",
                        (row, index) -> row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3) + " "
                                + row.getLong(4) + " " + row.getLong(5)
                                + (row.getObject(6) == null ? " open" : " closed"));
    }

    private static ViewChange<String, CouponEvent> at(long position, DomainEventMessage<?> message) {
        CouponEvent event = (CouponEvent) message.getPayload();
        return new ViewChange<>(
                event.couponId().value(), event, new EventPosition(message, position, message.getSequenceNumber()));
    }
}
