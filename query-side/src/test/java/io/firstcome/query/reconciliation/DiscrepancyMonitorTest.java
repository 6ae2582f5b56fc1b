package io.firstcome.query.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DiscrepancyMonitorTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Map<DiscrepancyKind, Long> counts = new EnumMap<>(DiscrepancyKind.class);
    private final DiscrepancyMonitor monitor =
            new DiscrepancyMonitor(() -> Map.copyOf(counts), Duration.ofSeconds(15), metrics);

    private static double gaugeOf(SimpleMeterRegistry metrics) {
        return metrics.get("firstcome.reconciliation.open")
                .tag("kind", DiscrepancyKind.STOCK_NOT_SOLD.name())
                .gauge()
                .value();
    }

    private double gauge(DiscrepancyKind kind) {
        return metrics.get("firstcome.reconciliation.open")
                .tag("kind", kind.name())
                .gauge()
                .value();
    }

    @Test
    void givenNothingWasCountedYet_whenTheGaugesAreRead_thenEachKindIsZero() {
        assertThat(metrics.get("firstcome.reconciliation.open").gauges())
                .hasSize(DiscrepancyKind.values().length)
                .extracting(Gauge::value)
                .containsOnly(0.0);
    }

    @Test
    void givenDiscrepancies_whenCounted_thenOneLineTellsOfEachGrowth(CapturedOutput output) {
        counts.put(DiscrepancyKind.STOCK_NOT_SOLD, 2L);
        monitor.tick();
        monitor.tick();
        assertThat(gauge(DiscrepancyKind.STOCK_NOT_SOLD)).isEqualTo(2);
        assertThat(gauge(DiscrepancyKind.REFUND_FAILED)).isZero();
        assertThat(output.toString().split("do not add up", -1)).hasSize(2);

        counts.put(DiscrepancyKind.STOCK_NOT_SOLD, 1L);
        monitor.tick();
        assertThat(gauge(DiscrepancyKind.STOCK_NOT_SOLD)).isEqualTo(1);
        assertThat(output.toString().split("do not add up", -1)).hasSize(2);

        counts.put(DiscrepancyKind.REFUND_FAILED, 1L);
        monitor.tick();
        assertThat(output.toString().split("do not add up", -1)).hasSize(3);
        assertThat(output).contains("2 orders and payments do not add up: STOCK_NOT_SOLD 1, REFUND_FAILED 1.");
    }

    /** An old number would say that all is well, and a task that throws is never run again. */
    @Test
    void givenItCannotBeCounted_whenTheGaugesAreRead_thenTheyAreNoNumberUntilItCan() {
        SimpleMeterRegistry own = new SimpleMeterRegistry();
        AtomicReference<@Nullable Error> failure = new AtomicReference<>();
        DiscrepancyMonitor failing = new DiscrepancyMonitor(
                () -> {
                    Error error = failure.get();
                    if (error != null) {
                        throw error;
                    }
                    return Map.copyOf(counts);
                },
                Duration.ofSeconds(15),
                own);

        failure.set(new NoClassDefFoundError("on purpose"));
        failing.run();
        assertThat(gaugeOf(own)).isNaN();

        failure.set(null);
        counts.put(DiscrepancyKind.STOCK_NOT_SOLD, 0L);
        failing.run();
        assertThat(gaugeOf(own)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 15000", "86400001, 15000", "120000, 99", "120000, 3600001"})
    void givenASettingOutOfItsRange_whenRead_thenItIsRefused(long grace, long interval) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReconciliationProperties(Duration.ofMillis(grace), Duration.ofMillis(interval)))
                .withMessageContaining("firstcome.reconciliation.");
    }
}
