package io.firstcome.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.events.coupon.CouponId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "007",
                "a",
                "Z",
                "a.b_c~d-e",
                "...",
                "550e8400-e29b-41d4-a716-446655440000",
                "0123456789012345678901234567890123456789012345678901234567890123",
            })
    void givenIdOfThePattern_whenChecked_thenItIsValidAsItStands(String id) {
        assertThat(Ids.isValid(id)).isTrue();
        assertThat(Ids.requireValid(id, "id")).isEqualTo(id);
        assertThat(new UserId(id)).hasToString(id);
        assertThat(new CouponId(id)).hasToString("coupon:" + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a:b",
                "a/b",
                "a%62",
                "a+b",
                "a\n",
                "\na",
                "a\0",
                "\u00e9",
                "\u0667",
                "\u200b",
                "01234567890123456789012345678901234567890123456789012345678901234",
            })
    void givenAnythingElse_whenChecked_thenItIsRefused(String id) {
        assertThat(Ids.isValid(id)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ids.requireValid(id, "orderId"))
                .withMessageContaining("orderId");
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId(id)).withMessageContaining("userId");
        assertThatIllegalArgumentException().isThrownBy(() -> new CouponId(id)).withMessageContaining("couponId");
    }

    @Test
    void givenAnyCharacter_whenChecked_thenTheAnswerIsThatOfThePublishedPattern() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String id = "a" + c;
            assertThat(Ids.isValid(id)).as("%04x", (int) c).isEqualTo(id.matches(Ids.PATTERN));
        }
    }

    @Test
    void givenIdsOfTwoTypes_whenStored_thenTheyDiffer() {
        assertThat(new CouponId("1").toString()).isNotEqualTo(new UserId("1").toString());
        assertThat(new CouponId("1")).isEqualTo(new CouponId("1")).isNotEqualTo(new CouponId("01"));
    }
}
