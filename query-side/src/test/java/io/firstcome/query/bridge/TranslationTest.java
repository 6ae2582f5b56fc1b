package io.firstcome.query.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.contract.v1.Message;
import io.firstcome.events.EventFamilies;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponClosed;
import io.firstcome.events.coupon.CouponCreated;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponIssued;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What outsiders read. These texts are published: a change of one is a new version of its message. */
class TranslationTest {

    private static final CouponId ID = new CouponId("1");
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00.123456Z");

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of(
                        new CouponCreated(
                                ID,
                                "Spring",
                                1000,
                                new Discount(Discount.Type.PERCENT, 10, 5000L),
                                20_000,
                                AT,
                                AT.plusSeconds(1),
                                10,
                                2,
                                Tier.GOLD,
                                AT),
                        "io.firstcome.coupon.CouponCreated.v1",
                        """
                        {"couponId":"1","name":"Spring","quantity":1000,"discountType":"PERCENT","discountValue":10,\
                        "discountMaxAmount":5000,"minOrderAmount":20000,"issueFrom":"2026-11-20T09:00:00.123456Z",\
                        "issueUntil":"2026-11-20T09:00:01.123456Z","validDays":10,"limitPerUser":2,\
                        "requiredTier":"GOLD","createdAt":"2026-11-20T09:00:00.123456Z"}"""),
                Arguments.of(
                        new CouponCreated(
                                ID, "n", 1, new Discount(Discount.Type.FIXED, 1, null), 0, null, null, 1, 1, null, AT),
                        "io.firstcome.coupon.CouponCreated.v1",
                        """
                        {"couponId":"1","name":"n","quantity":1,"discountType":"FIXED","discountValue":1,\
                        "minOrderAmount":0,"validDays":1,"limitPerUser":1,\
                        "createdAt":"2026-11-20T09:00:00.123456Z"}"""),
                Arguments.of(
                        new CouponIssued(ID, new UserId("7"), 3, AT, AT.plusSeconds(1)),
                        "io.firstcome.coupon.CouponIssued.v1",
                        """
                        {"couponId":"1","userId":"7","serial":3,"issuedAt":"2026-11-20T09:00:00.123456Z",\
                        "expiresAt":"2026-11-20T09:00:01.123456Z"}"""),
                Arguments.of(new CouponClosed(ID, AT), "io.firstcome.coupon.CouponClosed.v1", """
                        {"couponId":"1","closedAt":"2026-11-20T09:00:00.123456Z"}"""));
    }

    @ParameterizedTest
    @MethodSource("published")
    void givenAnEvent_whenTranslated_thenTheMessageIsThePublishedOne(Object event, String type, String json) {
        Message message = Translation.of(event);
        SerializedObject<String> written = new MessageSerializer().serialize(message, String.class);

        assertThat(message.subject()).isEqualTo("1");
        assertThat(CloudEventRecords.topic(message)).isEqualTo("firstcome.coupon");
        assertThat(written.getType().getName()).isEqualTo(type);
        assertThat(written.getType().getRevision()).isNull();
        assertThat(written.getData()).isEqualTo(json);
    }

    @Test
    void givenAllEvents_whenListed_thenEachHasAPublishedText() {
        List<Class<?>> covered = published()
                .<Class<?>>map(arguments -> arguments.get()[0].getClass())
                .distinct()
                .toList();

        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(EventFamilies.eventTypes().toList());
    }
}
