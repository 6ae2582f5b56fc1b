package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cluster.Routes.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Every operation of the API is sent to the side whose controller has it. */
class RouteSidesTest {

    @Test
    void givenEveryOperationOfTheDocument_whenRouted_thenItGoesToTheSideOfItsController() throws IOException {
        Map<String, Side> controllers = controllers();
        Map<String, String> wrong = new TreeMap<>();
        Path document = Path.of(System.getProperty("basedir", ".")).resolve("../docs/openapi.json");
        new JsonMapper()
                .readTree(Files.readString(document))
                .path("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    String name = method + " " + path.getKey();
                    Side side = Routes.side(method, path.getKey().replaceAll("\\{\\w+}", "1"));
                    if (side != controllers.remove(name)) {
                        wrong.put(name, "is sent to " + side);
                    }
                }));

        assertThat(wrong).isEmpty();
        assertThat(controllers.keySet())
                .as("operations that are not in the document")
                .allSatisfy(name -> assertThat(name).doesNotContain(" /api/"));
    }

    /** The side that has each operation; a login is at both, and goes to the command side. */
    private static Map<String, Side> controllers() {
        Map<String, Side> sides = new HashMap<>();
        var controllers = new ClassPathScanningCandidateComponentProvider(false);
        controllers.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        Stream.of("io.firstcome.command", "io.firstcome.query", "io.firstcome.web")
                .flatMap(side -> controllers.findCandidateComponents(side).stream())
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), RouteSidesTest.class.getClassLoader()))
                .forEach(type -> add(type, sides));
        assertThat(sides).hasSizeGreaterThan(50);
        return sides;
    }

    private static void add(Class<?> type, Map<String, Side> sides) {
        Side side = type.getPackageName().startsWith("io.firstcome.query") ? Side.QUERY : Side.COMMAND;
        RequestMapping all = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        String base = all == null || all.path().length == 0 ? "" : all.path()[0];
        for (var method : type.getDeclaredMethods()) {
            RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            if (mapping != null) {
                String path = base + (mapping.path().length == 0 ? "" : mapping.path()[0]);
                Arrays.stream(mapping.method()).forEach(verb -> sides.put(verb + " " + path, side));
            }
        }
    }
}
