package io.firstcome.query.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.query.coupon.CouponView.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CouponStateTest {

    private static final Instant FROM = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-20T10:00:00Z");

    private static final JsonMapper JSON = JsonMapper.shared();

    static CouponState state(int issued, @Nullable Instant closedAt, long version) {
        CouponState.Terms terms = new CouponState.Terms(
                "1", "Name: ü€😀", 10, "PERCENT", 10, 5_000L, 0, FROM, UNTIL, 10, 1, "GOLD", FROM);
        return new CouponState(terms, issued, 0, closedAt, version);
    }

    @ParameterizedTest
    @CsvSource({
        "0,  2026-11-20T08:59:59.999999Z, SCHEDULED",
        "0,  2026-11-20T09:00:00Z,        OPEN",
        "9,  2026-11-20T09:59:59.999999Z, OPEN",
        "10, 2026-11-20T09:30:00Z,        SOLD_OUT",
        "10, 2026-11-20T11:00:00Z,        SOLD_OUT",
        "9,  2026-11-20T10:00:00Z,        ENDED"
    })
    void givenAWindow_whenTheClockIsThere_thenTheStatusFollows(int issued, Instant now, Status expected) {
        assertThat(state(issued, null, issued).status(now)).isEqualTo(expected);
    }

    @Test
    void givenAClosedCampaign_whenAsked_thenNothingElseMatters() {
        assertThat(state(10, FROM, 11).status(FROM.minusSeconds(1))).isEqualTo(Status.CLOSED);
    }

    @Test
    void givenAState_whenItIsJson_thenItComesBackTheSame() {
        CouponState closed = state(3, UNTIL, 4);
        CouponState open = new CouponState(
                new CouponState.Terms("2", "n", 1, "FIXED", 1, null, 7, null, null, 1, 1, null, FROM), 0, 0, null, 0);

        assertThat(List.of(closed, open))
                .allSatisfy(state -> assertThat(JSON.readValue(JSON.writeValueAsString(state), CouponState.class))
                        .isEqualTo(state));
    }
}
