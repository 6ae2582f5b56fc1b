package io.firstcome.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.report.Condition;
import io.firstcome.benchmarks.system.CouponSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class WarmUpsTest {

    private final CouponSystem system = new NoSystem();
    private final List<Integer> slices = new ArrayList<>();

    private static WarmUps warmUps(int atLeast, int atMost) {
        return new WarmUps(new Settings(1, 1, atLeast, atMost, 64, 1, 1));
    }

    private IntToDoubleFunction rates(double... rates) {
        Iterator<Double> next = Arrays.stream(rates).boxed().toList().iterator();
        return seconds -> {
            slices.add(seconds);
            return next.next();
        };
    }

    @Test
    void givenServerThatBecomesFaster_whenWarmedUp_thenItGoesOnUntilTwoSlicesAreNoGain() {
        WarmUps warmUps = warmUps(30, 150);

        warmUps.run("ours", system, "issues", rates(1_000, 4_000, 6_000, 8_000, 8_100, 8_200));

        assertThat(slices).containsExactly(10, 10, 10, 10, 10, 10);
        assertThat(warmUps.told("1")).containsExactly(condition("ours 60 s (8,200/s)", true));
        assertThat(warmUps.told("2")).isEmpty();
    }

    @Test
    void givenServerThatBecomesSlower_whenWarmedUp_thenTheShortestTimeIsEnough() {
        warmUps(30, 150).run("ours", system, "issues", rates(8_000, 7_000, 6_000));

        assertThat(slices).hasSize(3);
    }

    @Test
    void givenServerThatStillBecomesFaster_whenTheTimeIsOver_thenTheConditionIsNotMet() {
        WarmUps warmUps = warmUps(30, 40);

        warmUps.run("ours", system, "issues", rates(1_000, 2_000, 3_000, 4_000));

        assertThat(warmUps.told("1")).singleElement().matches(condition -> !condition.met());
        slices.clear();
        warmUps.run("ours", system, "issues", rates(5_000, 5_000, 5_000));
        assertThat(slices).hasSize(3);
    }

    @Test
    void givenWarmPath_whenWarmedUpAgain_thenItGetsTheShortestTimeUnlessAllWasStopped() {
        WarmUps warmUps = warmUps(20, 150);
        warmUps.run("ours", system, "issues", rates(5, 5, 5));
        slices.clear();

        warmUps.run("ours", system, "issues", rates(5, 9));
        assertThat(slices).hasSize(2);
        warmUps.run("ours", system, "orders", rates(5, 5, 5));
        assertThat(slices).hasSize(5);
        warmUps.forget();
        warmUps.run("ours", system, "issues", rates(5, 5, 5));
        assertThat(slices).hasSize(8);
    }

    @Test
    void givenRateThatIsFixed_whenWarmedUp_thenItGoesOnForTheShortestTimeAndIsTold() {
        WarmUps warmUps = warmUps(25, 150);
        List<String> loads = new ArrayList<>();

        warmUps.steadily("arrivals", 2_000, () -> {
            loads.add("load");
            return 10;
        });

        assertThat(loads).hasSize(3);
        assertThat(warmUps.told("1"))
                .containsExactly(condition("arrivals 30 s (2,000/s, as in the runs that count)", true));
    }

    private static Condition condition(String value, boolean met) {
        return new Condition(
                "Warm-up, row 1",
                value,
                met,
                "What still becomes faster is measured half cold: give it more with --warm-up-limit.");
    }

    /** Never asked. */
    private static final class NoSystem implements CouponSystem {
        @Override
        public String title() {
            return "none";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public void create(String campaign, int quantity) {}

        @Override
        public Stored stored(String campaign) {
            return new Stored(0, 0, 0, 0);
        }

        @Override
        public Duration settle() {
            return Duration.ZERO;
        }

        @Override
        public void close() {}
    }
}
