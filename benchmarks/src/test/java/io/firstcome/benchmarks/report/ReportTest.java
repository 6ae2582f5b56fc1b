package io.firstcome.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.benchmarks.report.AgainstReport.Pair;
import io.firstcome.benchmarks.report.Checks.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Series OURS = new Series("Firstcome", "issues/s", List.of(30_000.0, 31_000.0, 29_000.0));
    private static final Series NOOP = new Series("no-op", "issues/s", List.of(60_000.0, 62_000.0, 58_000.0));
    private static final Check GREEN = new Check("each serial once", 3, 0, "3 of 3");

    private static String report(Condition condition, Check check) {
        List<Goal> goals =
                List.of(Goal.ratio("÷ MVC", OURS, NOOP, 0.3, 0.55), Goal.onlyShown("÷ fast path", OURS, NOOP));
        RowResult row = new RowResult("1", goals, List.of(OURS, NOOP), List.of(check), List.of("a note"));
        return MarkdownReport.of(
                new RunResult("2026-11-20T10:00:00Z", "abcdef012", "3 runs.", List.of(condition), List.of(row)));
    }

    @Test
    void givenResults_whenWritten_thenTheTableHasRatioSpreadAndVerdict() {
        assertThat(report(Condition.fact("Memory", "24 GiB"), GREEN))
                .contains("| 1 | ÷ MVC | **0.50** | 0.50–0.50 | 0.30 | 0.55 | reached |")
                .contains("| 1 | ÷ fast path | **0.50** | 0.50–0.50 | – | – | no goal |")
                .contains("| 1 | Firstcome | 30,000 issues/s | 29,000 | 31,000 | 7 % | 3 |")
                .contains("| Memory | 24 GiB |")
                .contains("- Row 1: verified 3 times: each serial once (3 of 3)")
                .contains("- Row 1: a note")
                .doesNotContain("Not met");
    }

    @Test
    void givenConditionThatIsNotMet_whenWritten_thenItIsSaidFirst() {
        String text = report(new Condition("LD_PRELOAD", "something", false, "Every sync may be a lie."), GREEN);

        assertThat(text).contains("- **Not met**: LD_PRELOAD: something. Every sync may be a lie.");
    }

    @Test
    void givenFailedCheck_whenWritten_thenTheRowHasNoFigure() {
        assertThat(report(Condition.fact("Memory", "24 GiB"), new Check("each serial once", 3, 1, "2 of 3")))
                .contains("| 1 | **not correct, see the checks** |")
                .contains("**NOT SO**, 1 of 3 times: each serial once (2 of 3)")
                .doesNotContain("**0.50**");
    }

    @Test
    void givenChecks_whenOneFailsOnce_thenItsDetailStays() {
        Checks checks = new Checks();
        checks.verify("a", true, "first");
        checks.verify("a", false, "second");
        checks.verify("a", true, "third");

        assertThat(checks.all()).containsExactly(new Check("a", 3, 1, "second"));
        assertThat(checks.all().getFirst().isGreen()).isFalse();
    }

    @Test
    void givenTwoCommits_whenWritten_thenEachFigureHasItsRatio() {
        Series old = new Series("old", "ms", List.of(50.0, 40.0));
        Series now = new Series("new", "ms", List.of(45.0, 44.0));

        assertThat(AgainstReport.of(List.of(new Pair("7", "staleness p99", old, now))))
                .contains("| 7 | staleness p99 | 45 ms (40–50) | 44.5 ms (44–45) | **0.989** | 0.900–1.100 |");
    }
}
