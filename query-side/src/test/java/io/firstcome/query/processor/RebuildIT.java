package io.firstcome.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstcome.contract.OperatorErrorCode;
import io.firstcome.query.CouponTestData;
import io.firstcome.query.ProductTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.query.operator.OperatorIdempotency;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;

class RebuildIT {

    private QuerySide querySide;

    @BeforeEach
    void start() {
        // Small batches, so that a rebuild takes long enough to be interrupted.
        querySide = QuerySide.start(Map.of("firstcome.processor.batch-size", 20));
        for (int i = 1; i <= 3; i++) {
            CouponTestData campaign = new CouponTestData("c" + i);
            querySide.store(List.of(campaign.created(2_000)));
            querySide.store(campaign.issued(500));
        }
        querySide.store(List.of(new CouponTestData("closed").created(1)));
        querySide.awaitCaughtUp();
    }

    @AfterEach
    void stop() {
        querySide.close();
    }

    private ProcessorStatus status(String name) {
        return querySide.bean(ProcessorStatuses.class).find(name).orElseThrow();
    }

    private RebuildState state(String name) {
        ProcessorStatus.Rebuild rebuild = status(name).rebuild();
        return rebuild == null ? RebuildState.DONE : rebuild.state();
    }

    private OperatorIdempotency.Answer<ProcessorStatus> request(String name, IdempotentRequest key) {
        return querySide.bean(OperatorIdempotency.class).once("operator", key, ProcessorStatus.class, () -> {
            querySide.bean(RebuildTable.class).request(name);
            return new OperatorIdempotency.Outcome.Done<>(status(name));
        });
    }

    private void awaitRebuilt(String name) {
        await().atMost(Duration.ofSeconds(60)).until(() -> state(name) == RebuildState.DONE);
        querySide.awaitCaughtUp();
    }

    @Test
    void givenDamagedViews_whenRebuilt_thenTheyHaveTheContentOfBefore() {
        List<Map<String, Object>> coupons = querySide.rows("coupon_view");
        List<Map<String, Object>> pieces = querySide.rows("user_coupon_view");
        querySide.jdbc().update("UPDATE coupon_view SET issued = 1, position = 1");
        querySide.jdbc().update("DELETE FROM user_coupon_view WHERE serial > 10");

        for (String name : List.of("coupon", "user-coupon", "coupon-counter")) {
            querySide.bean(RebuildTable.class).request(name);
        }
        for (String name : List.of("coupon", "user-coupon", "coupon-counter")) {
            awaitRebuilt(name);
        }

        assertThat(coupons).hasSize(4);
        assertThat(pieces).hasSize(1_500);
        assertThat(querySide.rows("coupon_view")).isEqualTo(coupons);
        assertThat(querySide.rows("user_coupon_view")).isEqualTo(pieces);
        assertThat(status("coupon")).satisfies(status -> {
            assertThat(status.running()).isTrue();
            assertThat(status.lag()).isZero();
            assertThat(status.error()).isNull();
        });
    }

    @Test
    void givenTheCatalogue_whenItsViewsAreRebuilt_thenTheyHaveTheContentOfBefore() {
        ProductTestData goods = new ProductTestData("1", "a", "b");
        ProductTestData other = new ProductTestData("2");
        querySide.store(List.of(goods.created(), goods.opened(100), other.created(), other.opened(100)));
        querySide.store(goods.held(60));
        querySide.store(List.of(
                goods.sold("h1", 0, 9, false, ProductTestData.AT),
                goods.returned("h1", 0, 2, false, ProductTestData.AT.plus(Duration.ofDays(1))),
                goods.preOrderOpened(1, 5),
                goods.held("p", 1, 1, true),
                goods.preOrderCancelled(1),
                other.withdrawn()));
        querySide.awaitCaughtUp();
        List<String> tables =
                List.of("product_view", "stock_view", "stock_option_view", "best_seller_day", "best_seller_product");
        List<List<Map<String, Object>>> before =
                tables.stream().map(querySide::rows).toList();
        querySide.jdbc().update("UPDATE stock_option_view SET held = 0, available = 0, sold = received");
        querySide.jdbc().update("DELETE FROM product_view");
        querySide.jdbc().update("UPDATE best_seller_day SET sold = 0");

        List<String> names = List.of("product", "product-cache", "stock", "stock-counter", "best-seller");
        names.forEach(querySide.bean(RebuildTable.class)::request);
        names.forEach(this::awaitRebuilt);

        assertThat(tables.stream().map(querySide::rows).toList()).isEqualTo(before);
        assertThat(before).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        assertThat(querySide.bean(StringRedisTemplate.class).keys("firstcome:stock:*"))
                .isEmpty();
    }

    @Test
    void givenARebuildInProgress_whenTheProcessEnds_thenTheNextOneFinishesIt() {
        List<Map<String, Object>> pieces = querySide.rows("user_coupon_view");
        querySide.bean(RebuildTable.class).request("user-coupon");
        await().pollInterval(Duration.ofMillis(5)).until(() -> state("user-coupon") == RebuildState.RUNNING);
        querySide.close();

        querySide = querySide.again();
        awaitRebuilt("user-coupon");

        assertThat(querySide.rows("user_coupon_view")).isEqualTo(pieces);
    }

    @Test
    void givenARebuildAskedFor_whenTheProcessEndsBeforeItBegins_thenTheNextOneDoesIt() {
        List<Map<String, Object>> coupons = querySide.rows("coupon_view");
        querySide.close();
        querySide = querySide.again();
        querySide.bean(ProcessorSupervisor.class).stop();
        querySide.bean(RebuildTable.class).request("coupon");
        querySide.jdbc().update("UPDATE coupon_view SET issued = 0");
        assertThat(state("coupon")).isEqualTo(RebuildState.REQUESTED);
        querySide.close();

        querySide = querySide.again();
        awaitRebuilt("coupon");

        assertThat(querySide.rows("coupon_view")).isEqualTo(coupons);
    }

    @Test
    void givenAKey_whenTheRequestIsRepeated_thenTheAnswerIsTheSameAndNothingStarts() {
        IdempotentRequest key = new IdempotentRequest("k", new byte[32]);
        OperatorIdempotency.Answer<ProcessorStatus> first = request("coupon", key);
        awaitRebuilt("coupon");
        OperatorIdempotency.Answer<ProcessorStatus> second = request("coupon", key);

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.outcome()).isEqualTo(first.outcome());
        assertThat(state("coupon")).isEqualTo(RebuildState.DONE);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> request("coupon", new IdempotentRequest("k", other)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void givenARefusalUnderAKey_whenTheRequestWouldBeAcceptedLater_thenTheSameRefusal() {
        IdempotentRequest key = new IdempotentRequest("refused", new byte[32]);
        OperatorIdempotency answers = querySide.bean(OperatorIdempotency.class);
        OperatorIdempotency.Outcome<String> refused =
                new OperatorIdempotency.Outcome.NotDone<>(OperatorErrorCode.NOT_REBUILDABLE);
        OperatorIdempotency.Answer<String> first = answers.once("operator", key, String.class, () -> refused);

        OperatorIdempotency.Outcome<String> done = new OperatorIdempotency.Outcome.Done<>("done");
        OperatorIdempotency.Answer<String> once = answers.once("operator", key, String.class, () -> done);
        OperatorIdempotency.Answer<String> after = answers.after("operator", key, String.class, () -> done);

        assertThat(first.replayed()).isFalse();
        assertThat(once).isEqualTo(new OperatorIdempotency.Answer<>(refused, true, first.traceId()));
        assertThat(after).isEqualTo(once);
        assertThatThrownBy(() -> once.toResponse(HttpStatus.ACCEPTED))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("NOT_REBUILDABLE");
                    assertThat(problem.traceId()).isEqualTo(first.traceId());
                    assertThat(problem.headers()).containsEntry("Idempotency-Replayed", "true");
                });
        assertThat(answers.once("another", key, String.class, () -> done).outcome())
                .isEqualTo(done);
    }

    @Test
    void givenKeysThatAreAlike_whenUsed_thenTheyAreTwo() {
        OperatorIdempotency answers = querySide.bean(OperatorIdempotency.class);
        OperatorIdempotency.Outcome<String> done = new OperatorIdempotency.Outcome.Done<>("done");

        for (String key : List.of("Key", "Key ", "key", "K\u00e9y", "Ke\u0301y", "Key\uD83C\uDF75")) {
            assertThat(answers.once("alike", new IdempotentRequest(key, new byte[32]), String.class, () -> done)
                            .replayed())
                    .as(key)
                    .isFalse();
        }
    }
}
