package io.firstcome.query.processor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The status of the processors as gauges: {@code firstcome.processor.lag} and {@code .dead.letters}. */
@Component
class ProcessorGauges {

    private final ProcessorStatuses statuses;
    private final MeterRegistry metrics;
    private final Map<String, ProcessorStatus> latest = new ConcurrentHashMap<>();

    ProcessorGauges(ProcessorStatuses statuses, MeterRegistry metrics) {
        this.statuses = statuses;
        this.metrics = metrics;
    }

    /** Reads the status anew; the gauges show it until the next time. */
    void tick() {
        for (ProcessorStatus status : statuses.all()) {
            if (latest.put(status.name(), status) == null) {
                gauge("firstcome.processor.lag", "Stored events not handled yet", status.name(), ProcessorStatus::lag);
                gauge("firstcome.processor.dead.letters", "Dead letters", status.name(), ProcessorStatus::deadLetters);
            }
        }
    }

    private void gauge(String name, String description, String processor, ToDoubleFunction<ProcessorStatus> value) {
        Gauge.builder(name, () -> value.applyAsDouble(latest.get(processor)))
                .description(description)
                .tag("processor", processor)
                .register(metrics);
    }
}
