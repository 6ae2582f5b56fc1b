package io.firstcome.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RaceTest {

    private final List<String> log = new ArrayList<>();

    private final class Runner implements Entrant {
        private final String name;

        Runner(String name) {
            this.name = name;
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public void warmUp() {
            log.add("warm " + name);
        }

        @Override
        public List<Series> series() {
            return List.of();
        }

        @Override
        public String run() {
            log.add(name);
            return name;
        }
    }

    @Test
    void givenTwo_whenTheyRace_thenTheyTakeTurnsForwardsAndBackwards() {
        Race.run(3, List.of(new Runner("A"), new Runner("B")));

        assertThat(log).containsExactly("warm A", "warm B", "A", "B", "B", "A", "A", "B");
    }

    @Test
    void givenValues_whenAskedForAPercentile_thenItIsTheLeastThatThatShareDoesNotExceed() {
        List<Double> values =
                DoubleStream.iterate(100, value -> value - 1).limit(100).boxed().toList();

        assertThat(Percentiles.of(values, 99)).isEqualTo(99);
        assertThat(Percentiles.of(values, 50)).isEqualTo(50);
        assertThat(Percentiles.of(List.of(7.0), 99)).isEqualTo(7);
        assertThat(Percentiles.of(List.of(), 99)).isZero();
    }
}
