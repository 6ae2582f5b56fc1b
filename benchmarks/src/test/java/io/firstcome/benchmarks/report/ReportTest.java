package io.firstcome.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {

    private static final Series OURS = new Series("Firstcome", "issues/s", List.of(30_000.0, 31_000.0, 29_000.0));
    private static final Series NOOP = new Series("no-op <N>", "issues/s", List.of(60_000.0, 62_000.0, 58_000.0));
    private static final Check GREEN = new Check("each serial once", 3, 0, "3 of 3");

    private static RowResult row(String number, Check check) {
        return new RowResult(
                number,
                "issues ÷ N",
                List.of(Goal.ratio("issues ÷ N", OURS, NOOP, 0.3, 0.55)),
                List.of(OURS, NOOP),
                List.of(check),
                List.of("a note"),
                "");
    }

    private static RunResult run(String at, List<Condition> conditions, RowResult... rows) {
        return new RunResult(at, "abcdef012", "3 runs.", conditions, List.of(rows));
    }

    @Test
    void givenResults_whenWritten_thenTheTableHasRatioSpreadAndVerdict() {
        String text = new MarkdownReport(
                        run("2026-11-20T10:00:00Z", List.of(Condition.fact("Memory", "24 GiB")), row("1", GREEN)),
                        "bench")
                .text();

        assertThat(text)
                .contains("| 1 | issues ÷ N | **0.50** | 0.50–0.50 | 0.30 | 0.55 | reached |")
                .contains("| Firstcome | 30,000 issues/s | 29,000 | 31,000 | 7 % | 3 |")
                .contains("| Memory | 24 GiB |")
                .contains("![issues ÷ N](bench/bench-1.svg)")
                .contains("- verified, 3 times: each serial once (3 of 3)")
                .doesNotContain("not met")
                .doesNotContain("failed");
    }

    @Test
    void givenConditionThatIsNotMet_whenWritten_thenItIsSaidFirst() {
        Condition lie = new Condition("LD_PRELOAD", "something", false, "Every sync may be a lie.");

        String text = new MarkdownReport(run("2026-11-20T10:00:00Z", List.of(lie), row("1", GREEN)), "bench").text();

        assertThat(text.indexOf("prove nothing")).isPositive().isLessThan(text.indexOf("| # |"));
        assertThat(text).contains("- LD_PRELOAD: something. Every sync may be a lie.");
    }

    @Test
    void givenFailedCheck_whenWritten_thenTheRowIsNotCorrectWhateverItsFigure() {
        String text = new MarkdownReport(
                        run("2026-11-20T10:00:00Z", List.of(), row("1", new Check("each serial once", 3, 1, "2 of 3"))),
                        "bench")
                .text();

        assertThat(text)
                .contains("**not correct**")
                .contains("**Row 1: a correctness check failed, see below.**")
                .contains("**NOT SO**, 3 times, failed 1: each serial once (2 of 3)");
    }

    @Test
    void givenRowLeftOut_whenWritten_thenItSaysWhy() {
        String text = new MarkdownReport(
                        run("2026-11-20T10:00:00Z", List.of(), RowResult.leftOut("11", "latency", "k6 is missing")),
                        "bench")
                .text();

        assertThat(text).contains("| 11 | latency | left out: k6 is missing |");
    }

    @Test
    void givenSeveralRuns_whenMerged_thenLaterRowsWinAndUnmetConditionsStay() {
        Condition busy = new Condition("Other work", "50 %", false, "busy");
        Condition calm = Condition.fact("Other work", "1 %");
        Condition memory = Condition.fact("Memory", "24 GiB");
        Condition warm = Condition.fact("Warm-up, row 10", "ours 60 s");
        RunResult first = run("2026-11-20T10:00:00Z", List.of(busy, memory, warm), row("10", GREEN), row("2", GREEN));
        RunResult second = run(
                "2026-11-20T11:00:00Z", List.of(calm, memory), RowResult.leftOut("2", "again", "why"), row("1", GREEN));

        RunResult merged = RunResult.merged(List.of(first, second));

        assertThat(merged.rows()).extracting(RowResult::row).containsExactly("1", "2", "10");
        assertThat(merged.rows().get(1).leftOut()).isEqualTo("why");
        assertThat(merged.settings()).contains("- Row 10: 2026-11-20T10:00:00Z, commit ");
        assertThat(merged.conditions())
                .extracting(Condition::name)
                .containsExactly(
                        "Other work",
                        "Memory",
                        "Other work (2026-11-20T10:00:00Z)",
                        "Warm-up, row 10 (2026-11-20T10:00:00Z)");
    }

    @Test
    void givenResults_whenStoredAsJson_thenTheyAreReadBack(@TempDir Path folder) {
        RunResult result = run("2026-11-20T10:00:00Z", List.of(Condition.fact("a", "b")), row("1", GREEN));

        assertThat(RawResults.read(RawResults.write(result, folder))).isEqualTo(result);
        assertThat(RawResults.read(RawResults.write(result, folder))).isEqualTo(result);
    }

    @Test
    void givenSeries_whenDrawn_thenTheSvgIsWellFormedAndHasABarForEach() throws Exception {
        String svg = BarPlot.svg("A & B", List.of(OURS, NOOP));

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        // One for the background.
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(3);
        assertThat(svg).contains("30,000 issues/s", "no-op &lt;N&gt;", "A &amp; B");
    }

    @Test
    void givenPageWithMarks_whenReplaced_thenOnlyWhatIsBetweenChanges() {
        String page = "# Title\n" + MarkedSection.BEGIN + "\nold\n" + MarkedSection.END + "\nrest\n";

        assertThat(MarkedSection.replace(page, "new\n"))
                .isEqualTo("# Title\n" + MarkedSection.BEGIN + "\nnew\n" + MarkedSection.END + "\nrest\n");
        assertThatThrownBy(() -> MarkedSection.replace("# Title", "new")).isInstanceOf(IllegalArgumentException.class);
    }
}
