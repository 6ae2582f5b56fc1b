package io.firstcome.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The k6 scripts, without k6: each is in its README with what it takes, and each endpoint that they call is there. */
class K6ScriptsTest {

    private static final Path FOLDER = Docs.ROOT.resolve("k6");
    private static final Pattern ENDPOINT = Pattern.compile("'((?:GET|POST|PUT|PATCH|DELETE) /[^']*)'");
    private static final Pattern SETTING = Pattern.compile("(?:whole|seconds)\\('([A-Z0-9]+)', '?(\\w+)'?\\)");

    @Test
    void givenTheScripts_whenComparedWithTheReadme_thenTheyAreTheSameWithTheirSettings() {
        Set<String> code = scripts(FOLDER)
                .map(script -> FOLDER.relativize(script) + " " + settings(script))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> page = Docs.tables("k6/README.md", "| Script | What it shows | Settings |").getFirst().stream()
                .map(row -> row.get(0).replaceAll("\\[([^]]*)].*", "$1") + " " + row.get(2))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(page).isEqualTo(code).isNotEmpty();
    }

    @Test
    void givenTheEndpointsOfTheScripts_whenComparedWithTheControllers_thenAllAreThere() {
        Set<String> called = new TreeSet<>();
        Stream.concat(scripts(FOLDER), scripts(FOLDER.resolve("lib")))
                .forEach(script -> matches(ENDPOINT, script).forEach(found -> called.add(found.group(1))));

        assertThat(endpoints()).containsAll(called);
        assertThat(called).hasSizeGreaterThan(10);
    }

    private static Stream<Path> scripts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".js")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the README names them: with their defaults, in the order of the script. */
    private static String settings(Path script) {
        return matches(SETTING, script)
                .map(found -> found.group(1) + "=" + found.group(2))
                .collect(Collectors.joining(" "));
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path script) {
        return pattern.matcher(Docs.read(script.toString())).results();
    }

    /** All endpoints of the API by their annotations, such as {@code GET /coupon/{couponId}}. */
    private static Set<String> endpoints() {
        Set<String> endpoints = new TreeSet<>();
        Docs.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(RestController.class))
                .map(JavaClass::reflect)
                .forEach(type -> Arrays.stream(type.getDeclaredMethods()).forEach(method -> {
                    RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                    if (mapping != null) {
                        endpoints.addAll(endpoints(type, mapping));
                    }
                }));
        return endpoints;
    }

    private static List<String> endpoints(Class<?> type, RequestMapping mapping) {
        RequestMapping all = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        String base = all == null || all.path().length == 0 ? "" : all.path()[0];
        String path = base + (mapping.path().length == 0 ? "" : mapping.path()[0]);
        return Arrays.stream(mapping.method())
                .map(verb -> verb + " " + path.replaceFirst("^/api/v1", ""))
                .toList();
    }
}
