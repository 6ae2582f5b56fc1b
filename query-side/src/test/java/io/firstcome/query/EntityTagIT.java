package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.web.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A 304 only when the whole answer is the same: by time, by rejections, by role, by events. */
class EntityTagIT {

    private static final String COUPON = "/api/v1/coupon/";
    private static final String PRODUCT = "/api/v1/product/";

    private static QuerySide querySide;
    private static Http http;

    @BeforeAll
    static void start() {
        querySide = QuerySide.startWithHttp(Map.of());
        http = new Http(querySide.port());
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    /** Late enough to be seen before, soon enough to be waited for. */
    private static Instant soon() {
        return Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.MICROS);
    }

    private static void awaitStatus(String path, String status, Role... roles) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> read(path, roles).body().path("status").asString(), status::equals);
    }

    private static Http.Answer read(String path, Role... roles) {
        return roles.length == 0 ? http.get(path) : http.get(path, "1", roles);
    }

    /** Nothing changes: 304. Then {@code change}: 200 with another ETag, and again 304 with that. */
    private static void assertCovers(String path, Runnable change, Role... roles) {
        String before = read(path, roles).header("ETag");
        Http.Answer same = http.getUnless(before, path, roles);
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.header("ETag")).isEqualTo(before);

        change.run();

        Http.Answer changed = http.getUnless(before, path, roles);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(before);
        assertThat(http.getUnless(before + ", " + changed.header("ETag"), path, roles)
                        .status())
                .isEqualTo(304);
    }

    /** Both at one moment, which is waited for once. */
    @Test
    void givenACampaignAndAProduct_whenTheirTimeComes_thenModified() {
        Instant soon = soon();
        querySide.store(List.of(
                new CouponTestData("timed").created(5, soon, null),
                new ProductTestData("timed").created("Mug", 1_000, null, soon, null)));
        querySide.awaitCaughtUp();
        awaitStatus(COUPON + "timed", "SCHEDULED", Role.CUSTOMER);
        String before = read(PRODUCT + "timed").body().path("status").asString();

        assertCovers(
                COUPON + "timed",
                () -> assertCovers(PRODUCT + "timed", () -> {
                    awaitStatus(PRODUCT + "timed", "ON_SALE");
                    awaitStatus(COUPON + "timed", "OPEN", Role.CUSTOMER);
                }),
                Role.CUSTOMER);
        assertThat(before).isNotEqualTo("ON_SALE");
    }

    @Test
    void givenACampaign_whenRefusalsAreCounted_thenModifiedForOperatorsOnly() {
        querySide.store(List.of(new CouponTestData("refused").created(5)));
        querySide.awaitCaughtUp();
        String customers = http.get(COUPON + "refused", "1", Role.CUSTOMER).header("ETag");

        assertCovers(
                COUPON + "refused",
                () -> querySide
                        .jdbc()
                        .update("INSERT INTO refusal_count VALUES ('coupon:refused', 'COUPON_SOLD_OUT', 4)"),
                Role.OPERATOR);
        assertThat(http.getUnless(customers, COUPON + "refused", Role.CUSTOMER).status())
                .isEqualTo(304);
    }

    @Test
    void givenWhatACustomerSaw_whenAnOperatorAsks_thenModified() {
        querySide.store(List.of(new CouponTestData("roles").created(5)));
        querySide.awaitCaughtUp();
        String customers = http.get(COUPON + "roles", "1", Role.CUSTOMER).header("ETag");

        Http.Answer operators = http.getUnless(customers, COUPON + "roles", Role.OPERATOR);

        assertThat(operators.status()).isEqualTo(200);
        assertThat(operators.body().has("refusals")).isTrue();
        // Nobody between client and server keeps the one for the other.
        assertThat(operators.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void givenACampaign_whenAPieceIsIssued_thenModified() {
        CouponTestData campaign = new CouponTestData("issued");
        querySide.store(List.of(campaign.created(5)));
        querySide.awaitCaughtUp();

        assertCovers(
                COUPON + "issued",
                () -> {
                    querySide.store(List.of(campaign.issued("u")));
                    querySide.awaitCaughtUp();
                },
                Role.CUSTOMER);
    }

    @Test
    void givenAStock_whenPiecesComeIn_thenModified() {
        ProductTestData goods = new ProductTestData("stocked");
        querySide.store(List.of(goods.created(), goods.opened(5)));
        querySide.awaitCaughtUp();

        assertCovers(PRODUCT + "stocked/stock", () -> {
            querySide.store(List.of(goods.received(0, 5)));
            querySide.awaitCaughtUp();
        });
    }

    @Test
    void givenNothing_whenAskedWithAStar_thenStillNotFound() {
        assertThat(http.getUnless("*", PRODUCT + "nowhere").status()).isEqualTo(404);
    }
}
