package io.firstcome.command.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.payment.domain.NaivePayment.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However the steps of refunds interleave, no more goes back than was paid; and each usual mistake would be noticed. */
class RefundPropertiesTest {

    private static final int HISTORIES = 200;

    @Provide
    Arbitrary<RefundHistory> histories() {
        return RefundHistory.any();
    }

    @Property(tries = HISTORIES, edgeCases = EdgeCasesMode.NONE)
    void givenRefundsThatInterleave_whenDecided_thenTheBooksBalance(@ForAll("histories") RefundHistory history) {
        assertThat(history.violations(paying -> new AxonPayments())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void givenAMistake_whenDecided_thenTheBooksTell(Mistake mistake) {
        List<String> violations = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<RefundHistory> generator = RefundHistory.any().generator(HISTORIES);
            Random random = new Random(42);
            for (int i = 0; i < HISTORIES; i++) {
                violations.addAll(
                        generator.next(random).value().violations(paying -> new NaivePayment(paying, mistake)));
            }
        });
        assertThat(violations).isNotEmpty();
    }
}
