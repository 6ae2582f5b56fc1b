package io.firstcome.benchmarks;

import io.firstcome.benchmarks.report.BarPlot;
import io.firstcome.benchmarks.report.MarkdownReport;
import io.firstcome.benchmarks.report.MarkedSection;
import io.firstcome.benchmarks.report.RawResults;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.RunResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where results go: into the documents, or beside the data of the run. */
final class Output {

    private static final Logger log = LoggerFactory.getLogger(Output.class);
    private static final String PLOTS = "bench";

    private final Home home;
    private final boolean publish;

    Output(Home home, boolean publish) {
        this.home = home;
        this.publish = publish;
    }

    /** Runs on old data would find old campaigns. */
    void forgetEarlierData() {
        try {
            if (Files.exists(home.work())) {
                try (Stream<Path> files = Files.walk(home.work())) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(home.work());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The raw results so far: of a published run among the sources, of another one beside its data. */
    Path writeRaw(RunResult result) {
        return RawResults.write(result, publish ? home.project().resolve("benchmarks/results") : resultsOfParts());
    }

    private Path resultsOfParts() {
        return home.project().resolve("benchmarks/target/results");
    }

    /** Table and plots. */
    void write(RunResult result) {
        String section = new MarkdownReport(result, PLOTS).text();
        try {
            if (publish) {
                Path page = home.project().resolve("docs/performance.md");
                writePlots(result, home.project().resolve("docs").resolve(PLOTS));
                Files.writeString(page, MarkedSection.replace(Files.readString(page), section));
                log.info("Tables: {}", page);
            } else {
                Path page = resultsOfParts().resolve("performance.md");
                writePlots(result, resultsOfParts().resolve(PLOTS));
                Files.writeString(page, section);
                log.info("Tables: {} (--publish writes them into docs/performance.md)", page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writePlots(RunResult result, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (RowResult row : result.rows()) {
            if (!row.series().isEmpty()) {
                // One scale for all bars: only what has the unit of the first.
                String unit = row.series().getFirst().unit();
                List<Series> bars = row.series().stream()
                        .filter(series -> series.unit().equals(unit))
                        .toList();
                Files.writeString(
                        directory.resolve(MarkdownReport.plotName(row)),
                        BarPlot.svg("Row " + row.row() + ": " + row.title(), bars));
            }
        }
    }
}
