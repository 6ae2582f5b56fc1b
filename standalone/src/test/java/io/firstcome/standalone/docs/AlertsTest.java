package io.firstcome.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The alert rules, what is to be done about them, and the figures that they are about. */
class AlertsTest {

    private static final String FOLDER = "docs/observability/";
    private static final String RULES = Docs.read(FOLDER + "firstcome.rules.yml");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +- alert: (\\w+)$");
    private static final Pattern METRIC = Pattern.compile("\\b(?:firstcome|dbscheduler)_\\w+");

    /** Spring Boot's, the JVM's and Prometheus's own. */
    private static final Pattern OTHER_METRIC =
            Pattern.compile("\\b(?!firstcome_|dbscheduler_)[a-z]+_\\w+(?=[{\\[)])|\\bup(?=\\{)");

    private static final List<String> KNOWN_OTHERS = List.of(
            "up", "http_server_requests_seconds_count", "hikaricp_connections_pending", "jvm_memory_usage_after_gc");

    private static List<String> alerts() {
        return ALERT.matcher(RULES).results().map(found -> found.group(1)).toList();
    }

    @Test
    void givenEveryAlert_whenSomebodyIsCalled_thenTheRunbookHasASectionAndNoOther() {
        List<String> sections = Pattern.compile("(?m)^## (\\w+)$")
                .matcher(Docs.read("docs/operations/runbook.md"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(alerts()).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(sections).containsExactlyInAnyOrderElementsOf(alerts());
        assertThat(alerts())
                .allSatisfy(alert -> assertThat(RULES)
                        .contains("runbook: docs/operations/runbook.md#" + alert.toLowerCase(Locale.ROOT)));
    }

    @Test
    void givenEveryAlert_whenItsTestsAreRead_thenItFiresOnceAndIsQuietOnce() {
        String tests = Docs.read(FOLDER + "firstcome.rules.test.yml");

        assertThat(alerts())
                .allSatisfy(alert -> assertThat(tests)
                        .contains("- name: " + alert + " fires\n", "- name: " + alert + " is quiet\n"));
    }

    @Test
    void givenEveryMetricOfTheRules_whenOperatorsLookItUp_thenItIsDescribed() {
        String described = Docs.read("docs/operating.md") + Docs.read("docs/payments.md");

        assertThat(new TreeSet<>(
                        METRIC.matcher(RULES).results().map(MatchResult::group).toList()))
                .hasSizeGreaterThan(8)
                .allSatisfy(metric -> assertThat(described).contains("`" + metric));
        assertThat(new TreeSet<>(OTHER_METRIC
                        .matcher(RULES)
                        .results()
                        .map(MatchResult::group)
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(KNOWN_OTHERS);
    }

    @Test
    void givenPromtool_whenItRunsTheTestsOfTheRules_thenTheyPass() throws Exception {
        Path promtool = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
        assumeTrue(Files.isRegularFile(promtool), "promtool is missing, no alert was fired: apt install prometheus");

        assertThat(output(promtool, "check", "rules", "firstcome.rules.yml"))
                .contains(alerts().size() + " rules found");
        assertThat(output(promtool, "test", "rules", "firstcome.rules.test.yml"))
                .contains("SUCCESS")
                .doesNotContain("FAILED");
    }

    private static String output(Path promtool, String... arguments) throws IOException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of(promtool.toString()), Stream.of(arguments))
                        .toList())
                .directory(Docs.ROOT.resolve(FOLDER).toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
