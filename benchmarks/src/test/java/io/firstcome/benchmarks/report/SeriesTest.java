package io.firstcome.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void givenOddNumber_whenAsked_thenTheMedianIsTheMiddleOne() {
        Series series = new Series("a", "x/s", List.of(30.0, 10.0, 1_000.0));

        assertThat(series.median()).isEqualTo(30);
        assertThat(series.lowest()).isEqualTo(10);
        assertThat(series.highest()).isEqualTo(1_000);
        assertThat(series.spread()).isEqualTo(33);
    }

    @Test
    void givenEvenNumber_whenAsked_thenTheMedianIsBetweenTheTwoInTheMiddle() {
        assertThat(new Series("a", "", List.of(4.0, 1.0, 2.0, 100.0)).median()).isEqualTo(3);
    }

    @Test
    void givenTwoSeries_whenDivided_thenByTheirRepetitions() {
        Series ours = new Series("ours", "x/s", List.of(10.0, 30.0));
        Series other = new Series("other", "x/s", List.of(5.0, 10.0));

        assertThat(ours.over(other, "ratio").values()).containsExactly(2.0, 3.0);
    }

    @Test
    void givenNoFigure_whenMade_thenItIsRefused() {
        assertThatThrownBy(() -> new Series("a", "", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenGoals_whenJudged_thenAgainstBothLimitsAndInTheirDirection() {
        Series ours = new Series("ours", "x/s", List.of(60.0, 80.0, 70.0));
        Series other = new Series("other", "x/s", List.of(100.0, 100.0, 140.0));

        Goal ratio = Goal.ratio("ratio", ours, other, 0.5, 0.8);
        assertThat(ratio.value()).isEqualTo(0.7);
        assertThat(ratio.lowest()).isEqualTo(0.5);
        assertThat(ratio.highest()).isCloseTo(0.8, within(1e-9));
        assertThat(ratio.verdict()).isEqualTo("reached");
        assertThat(Goal.low("time", ours, 70, 60).verdict()).isEqualTo("reached");
        assertThat(Goal.low("time", ours, 69, 60).verdict()).contains("missed");
        assertThat(Goal.high("rate", ours, 60).verdict()).isEqualTo("aim reached");
        assertThat(Goal.high("rate", ours, 71).verdict()).contains("missed");
    }

    @Test
    void givenFigures_whenShown_thenAsPeopleReadThem() {
        assertThat(List.of(
                        Figures.of(12_345.6), Figures.of(12.34), Figures.of(0.567), Figures.of(0.0123), Figures.of(0)))
                .containsExactly("12,346", "12.3", "0.57", "0.012", "0");
    }
}
