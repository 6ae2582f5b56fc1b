package io.firstcome.command.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final String TEA = "\uD83C\uDF75";

    private static CardRefund refund(String reason) {
        return new CardRefund(new PaymentId("p1"), new RefundId("r1"), "key", 1_000, reason);
    }

    /** 200 characters less the five of " [r1]". */
    @Test
    void givenEmojiWhereTheReasonIsCut_whenNamed_thenItIsLeftOutWhole() {
        assertThat(Names.reasonOf(refund("x".repeat(194) + TEA))).isEqualTo("x".repeat(194) + " [r1]");
        assertThat(Names.reasonOf(refund("x".repeat(193) + TEA + "y"))).isEqualTo("x".repeat(193) + TEA + " [r1]");
        assertThat(Names.reasonOf(refund(" too small "))).isEqualTo("too small [r1]");
        assertThat(Names.isReasonOf(Names.reasonOf(refund(TEA.repeat(200))), refund("")))
                .isTrue();
    }
}
