package io.firstcome.command.wallet.domain;

import static io.firstcome.command.wallet.domain.Points.charge;
import static io.firstcome.command.wallet.domain.Points.charged;
import static io.firstcome.command.wallet.domain.Points.spent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.wallet.api.WalletCommand.ChargePoints;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.WalletErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.wallet.WalletEvent.PointsCharged;
import io.firstcome.events.wallet.WalletId;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargePointsTest {

    private static final Instant LAST_OF_NOVEMBER = Instant.parse("2026-11-30T23:59:59.999999Z");
    private static final Instant FIRST_OF_DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final PointsCharged FULL_MONTH = charged(2_000_000, 10_000_000, "2026-11", 10_000_000, Points.NOW);

    private final FixtureConfiguration<Wallet> fixture = new AggregateTestFixture<>(Wallet.class);

    @ParameterizedTest
    @ValueSource(longs = {1_000, 2_000_000})
    void givenNoWallet_whenCharged_thenItHoldsThem(long amount) {
        fixture.givenNoPriorActivity()
                .when(charge(amount))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(charged(amount, amount, amount))
                .expectEvents(charged(amount, amount, amount));
    }

    @Test
    void givenWallet_whenChargedAndSpent_thenTheBalanceFollows() {
        fixture.given(charged(5_000, 5_000, 5_000), spent("p1", 3_000, 2_000))
                .when(charge(1_000))
                .expectEvents(charged(1_000, 3_000, 6_000));
    }

    @Test
    void givenMonthUpToItsLimit_whenChargedToTheLimit_thenAccepted() {
        fixture.given(charged(1_000_000, 9_000_000, 9_000_000))
                .when(charge(1_000_000))
                .expectEvents(charged(1_000_000, 10_000_000, 10_000_000));
    }

    @Test
    void givenMonthUpToItsLimit_whenChargedMore_thenRefused() {
        fixture.given(charged(1_000_000, 9_000_000, 9_000_000))
                .when(charge(1_000_001))
                .expectNoEvents()
                .expectException(chargeLimit());
    }

    @Test
    void givenFullMonth_whenItsLastInstantComes_thenRefused() {
        fixture.given(FULL_MONTH)
                .when(charge(1_000, LAST_OF_NOVEMBER))
                .expectNoEvents()
                .expectException(chargeLimit());
    }

    @Test
    void givenFullMonth_whenTheNextBegins_thenItCountsAnew() {
        fixture.given(FULL_MONTH)
                .when(charge(1_000, FIRST_OF_DECEMBER))
                .expectEvents(charged(1_000, 10_001_000, "2026-12", 1_000, FIRST_OF_DECEMBER));
    }

    @Test
    void givenFullMonthAndAYear_whenItsNameComesAgain_thenItCountsAnew() {
        Instant nextYear = Instant.parse("2027-11-20T09:00:00Z");

        fixture.given(FULL_MONTH)
                .when(charge(1_000, nextYear))
                .expectEvents(charged(1_000, 10_001_000, "2027-11", 1_000, nextYear));
    }

    /** Another server's clock is behind: the month that has begun goes on. */
    @Test
    void givenNextMonthBegun_whenAnInstantOfTheLastComes_thenItCountsForTheNext() {
        fixture.given(charged(1_000, 1_000, "2026-12", 1_000, FIRST_OF_DECEMBER))
                .when(charge(2_000, LAST_OF_NOVEMBER))
                .expectEvents(charged(2_000, 3_000, "2026-12", 3_000, LAST_OF_NOVEMBER));
    }

    /** Otherwise the points that were spent could be charged anew. */
    @Test
    void givenFullMonthThatIsSpent_whenCharged_thenRefused() {
        fixture.given(FULL_MONTH, spent("p1", 10_000_000, 0))
                .when(charge(1_000))
                .expectException(chargeLimit());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1_000, 0, 999, 2_000_001, Long.MAX_VALUE})
    void givenAmountOutOfBounds_whenAsked_thenThereIsNoSuchCommand(long amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> charge(amount));
    }

    @Test
    void givenWalletOfAnotherUser_whenAsked_thenThereIsNoSuchCommand() {
        WalletId another = WalletId.of(new UserId("2"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChargePoints(another, Points.USER, 1_000, Points.NOW));
        assertThat(charge(1_000).aggregateId()).isEqualTo("wallet:1");
        assertThat(charge(1_000).whenUnknown()).isEqualTo(WalletErrorCode.WALLET_NOT_FOUND);
    }

    private static Matcher<Throwable> chargeLimit() {
        return Matchers.matches(thrown ->
                thrown instanceof RejectedException rejection && rejection.code() == WalletErrorCode.CHARGE_LIMIT);
    }
}
