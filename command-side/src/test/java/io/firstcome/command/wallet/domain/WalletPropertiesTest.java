package io.firstcome.command.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.wallet.api.WalletCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every history of a wallet, and that these checks notice a fault. */
class WalletPropertiesTest {

    private static final int TRIES = 100;
    private static final int HISTORIES = 300;
    private static final int MAX_COMMANDS = 50;
    private static final Instant END_OF_MONTH = Instant.parse("2026-12-01T00:00:00Z");

    @Provide
    Arbitrary<List<WalletCommand>> histories() {
        return anyHistory();
    }

    /** Few payments and refunds, so that they come again; around the end of a month; amounts around what there is. */
    private static Arbitrary<List<WalletCommand>> anyHistory() {
        Arbitrary<Instant> instants =
                Arbitraries.integers().between(-3, 3).map(day -> END_OF_MONTH.plus(Duration.ofDays(day)));
        Arbitrary<String> payments = Arbitraries.of("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8");
        Arbitrary<WalletCommand> charge = Combinators.combine(
                        Arbitraries.of(1_000L, 2_000L, 1_000_000L, 1_999_000L, 2_000_000L), instants)
                .as(Points::charge);
        Arbitrary<WalletCommand> spend = Combinators.combine(
                        payments, Arbitraries.of(1L, 500L, 1_000L, 2_000L, 2_500L, 1_000_000L, 2_000_000L))
                .as(Points::spend);
        Arbitrary<WalletCommand> refund = Combinators.combine(
                        payments, Arbitraries.of("r1", "r2"), Arbitraries.of(1L, 500L, 501L, 1_000L, 2_000L))
                .as(Points::refund);
        return Arbitraries.frequencyOf(Tuple.of(4, charge), Tuple.of(4, spend), Tuple.of(4, refund))
                .list()
                .ofMaxSize(MAX_COMMANDS)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenDecided_thenTheInvariantsHold(@ForAll("histories") List<WalletCommand> history) {
        assertThat(WalletInvariants.violations(Wallets.axon().sendAll(history))).isEmpty();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenAnyHistory_whenDecided_thenTheNaiveModelDecidesTheSame(@ForAll("histories") List<WalletCommand> history) {
        assertThat(Wallets.axon().sendAll(history)).isEqualTo(new NaiveWallet().sendAll(history));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void givenSnapshotAtAnyPoint_whenDecided_thenNoLaterDecisionChanges(
            @ForAll("histories") List<WalletCommand> history, @ForAll @IntRange(max = MAX_COMMANDS) int count) {
        assertThat(Wallets.axonWithSnapshotAfter(count).sendAll(history)).isEqualTo(new NaiveWallet().sendAll(history));
    }

    @ParameterizedTest
    @EnumSource
    void givenBrokenWallet_whenTheModelDecidesToo_thenTheyDiffer(BrokenWallet broken) {
        assertThat(fixedHistories())
                .anyMatch(history -> !broken.make().sendAll(history).equals(new NaiveWallet().sendAll(history)));
    }

    @ParameterizedTest
    @EnumSource
    void givenBrokenWallet_whenItBreaksAnInvariant_thenTheCheckTells(BrokenWallet broken) {
        assertThat(fixedHistories().stream()
                        .anyMatch(history -> !WalletInvariants.violations(
                                        broken.make().sendAll(history))
                                .isEmpty()))
                .isEqualTo(broken.breaksInvariant);
    }

    /** The histories of the properties, from a fixed seed. */
    private static List<List<WalletCommand>> fixedHistories() {
        List<List<WalletCommand>> histories = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<List<WalletCommand>> generator = anyHistory().generator(HISTORIES);
            Random random = new Random(42);
            for (int i = 0; i < HISTORIES; i++) {
                histories.add(generator.next(random).value());
            }
        });
        return histories;
    }
}
