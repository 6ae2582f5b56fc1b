package io.firstcome.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstcome.query.Campaign;
import io.firstcome.query.QuerySide;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildIT {

    private QuerySide querySide;

    @BeforeEach
    void start() {
        // Small batches, so that a rebuild takes long enough to be interrupted.
        querySide = QuerySide.start(Map.of("firstcome.processor.batch-size", 20));
        for (int i = 1; i <= 3; i++) {
            Campaign campaign = new Campaign("c" + i);
            querySide.store(List.of(campaign.created(2_000)));
            querySide.store(campaign.issued(500));
        }
        querySide.store(List.of(new Campaign("closed").created(1)));
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

    private RememberedAnswers.Answer<ProcessorStatus> request(String name, IdempotentRequest key) {
        return querySide.bean(RememberedAnswers.class).once("operator", key, ProcessorStatus.class, () -> {
            querySide.bean(RebuildTable.class).request(name);
            return status(name);
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
        querySide.bean(ProcessorCare.class).stop();
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
        RememberedAnswers.Answer<ProcessorStatus> first = request("coupon", key);
        awaitRebuilt("coupon");
        RememberedAnswers.Answer<ProcessorStatus> second = request("coupon", key);

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(state("coupon")).isEqualTo(RebuildState.DONE);
        byte[] other = new byte[32];
        other[0] = 1;
        assertThatThrownBy(() -> request("coupon", new IdempotentRequest("k", other)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED"));
    }
}
