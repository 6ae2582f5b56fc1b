package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.events.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldersTest {

    private static final UserId ANNA = new UserId("anna");
    private static final UserId SEVEN = new UserId("7");

    @Test
    void givenNobody_whenCounted_thenZero() {
        assertThat(new Holders().count(ANNA)).isZero();
        assertThat(new Holders().layers()).isEmpty();
    }

    @Test
    void givenPiecesOfTwoUsers_whenCounted_thenEachHasTheirOwn() {
        Holders holders = holders(ANNA, SEVEN, ANNA, ANNA);

        assertThat(holders.count(ANNA)).isEqualTo(3);
        assertThat(holders.count(SEVEN)).isEqualTo(1);
        assertThat(holders.count(new UserId("007"))).isZero();
    }

    @Test
    void givenOnePieceEach_whenLookedAt_thenThereIsOneLayer() {
        assertThat(holders(ANNA, SEVEN).layers()).hasSize(1);
        assertThat(holders(ANNA, SEVEN, SEVEN).layers()).hasSize(2);
    }

    @Test
    void givenLayers_whenTakenOver_thenTheCopyGrowsAlone() {
        Holders first = holders(ANNA);
        Holders second = new Holders(List.copyOf(first.layers()));
        second.add(ANNA);

        assertThat(first.count(ANNA)).isEqualTo(1);
        assertThat(second.count(ANNA)).isEqualTo(2);
    }

    private static Holders holders(UserId... users) {
        Holders holders = new Holders();
        for (UserId user : users) {
            holders.add(user);
        }
        return holders;
    }
}
