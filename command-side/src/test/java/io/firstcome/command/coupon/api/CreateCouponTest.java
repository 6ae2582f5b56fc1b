package io.firstcome.command.coupon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign that makes no sense is no command. */
class CreateCouponTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,10,1", "-1,10,1", "100000001,10,1", "1,0,1", "1,-1,1", "1,3651,1", "1,10,0", "1,10,-1", "1,10,101"})
    void givenNumberOutOfRange_whenAsked_thenNoCommand(int quantity, int validDays, int limitPerUser) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command("Sale", quantity, 0, null, null, validDays, limitPerUser));
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "100000000,3650,100"})
    void givenNumberAtItsBound_whenAsked_thenCommand(int quantity, int validDays, int limitPerUser) {
        CreateCoupon command = command("Sale", quantity, 0, null, null, validDays, limitPerUser);

        assertThat(command.quantity()).isEqualTo(quantity);
        assertThat(command.aggregateId()).isEqualTo("coupon:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void givenBlankName_whenAsked_thenNoCommand(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> command(name, 1, 0, null, null, 10, 1));
    }

    @Test
    void givenNameOfItsGreatestLength_whenOneIsAdded_thenNoCommand() {
        String longest = "n".repeat(CreateCoupon.MAX_NAME_LENGTH);

        assertThat(command(longest, 1, 0, null, null, 10, 1).name()).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> command(longest + "n", 1, 0, null, null, 10, 1));
    }

    @Test
    void givenNegativeOrderAmount_whenAsked_thenNoCommand() {
        assertThatIllegalArgumentException().isThrownBy(() -> command("Sale", 1, -1, null, null, 10, 1));
    }

    @Test
    void givenWindowThatEndsBeforeItBegins_whenAsked_thenNoCommand() {
        assertThatIllegalArgumentException().isThrownBy(() -> command("Sale", 1, 0, NOW, NOW, 10, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> command("Sale", 1, 0, NOW, NOW.minusSeconds(1), 10, 1));
    }

    private static CreateCoupon command(
            String name,
            int quantity,
            long minOrderAmount,
            @Nullable Instant from,
            @Nullable Instant until,
            int validDays,
            int limitPerUser) {
        return new CreateCoupon(
                new CouponId("1"),
                name,
                quantity,
                new Discount(Discount.Type.FIXED, 1_000, null),
                minOrderAmount,
                from,
                until,
                validDays,
                limitPerUser,
                null,
                NOW);
    }
}
