package io.firstcome.standalone.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every module to the style of CONTRIBUTING.md. */
class StyleTest {

    private static final List<SourceFile> FILES = SourceTree.files();
    private static final JavaSource NO_JAVA = new JavaSource();
    private static final Map<SourceFile, JavaSource> PARSED = JavaSource.parse(FILES);

    static List<String> modules() {
        return SourceTree.modules();
    }

    @ParameterizedTest
    @EnumSource
    void givenSources_whenRead_thenTheRuleHolds(StyleRule rule) {
        List<SourceFile> files = FILES.stream().filter(rule::isAbout).toList();

        assertThat(files).as("a rule that is about nothing").isNotEmpty();
        assertThat(files.stream().flatMap(file -> rule.violations(file, PARSED.getOrDefault(file, NO_JAVA)).stream()))
                .isEmpty();
    }

    static List<String> modulesWithCode() {
        return modules().stream()
                .filter(module -> !pom(module).contains("<packaging>pom</packaging>"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("modulesWithCode")
    void givenModule_whenRead_thenItsSourcesAreAmongThem(String module) {
        assertThat(FILES).anyMatch(file -> file.isJava() && file.module().equals(module));
    }

    @Test
    void givenPackages_whenRead_thenEachSaysWhatItIsAndIsNullMarked() {
        Set<String> said = FILES.stream()
                .filter(file -> file.name().equals("package-info.java"))
                .filter(file ->
                        file.text().contains("@NullMarked") && file.text().contains("/**"))
                .map(file -> file.module() + ":" + file.packageFolder())
                .collect(Collectors.toSet());

        assertThat(FILES.stream()
                        .filter(file -> file.isJava() && file.path().contains("/src/"))
                        .map(file -> file.module() + ":" + file.packageFolder())
                        .distinct()
                        .filter(folder -> !said.contains(folder)))
                .as("packages without a package-info.java with Javadoc and @NullMarked")
                .isEmpty();
    }

    @Test
    void givenTwoSides_whenTheirPomsAreRead_thenNeitherKnowsTheOther() {
        assertThat(pom("command-side")).doesNotContain("<artifactId>query-side</artifactId>");
        assertThat(pom("query-side")).doesNotContain("<artifactId>command-side</artifactId>");
        assertThat(pom("command-node"))
                .contains("<artifactId>command-side</artifactId>")
                .doesNotContain("<artifactId>query-side</artifactId>");
        assertThat(pom("query-node"))
                .contains("<artifactId>query-side</artifactId>")
                .doesNotContain("<artifactId>command-side</artifactId>");
        assertThat(pom("standalone"))
                .contains("<artifactId>query-side</artifactId>", "<artifactId>command-side</artifactId>");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void givenPomOfModule_whenRead_thenItHasNoVersionOfItsOwn(String module) {
        String dependencies = pom(module).replaceFirst("(?s)<parent>.*?</parent>", "");

        assertThat(dependencies).as("versions stand in the root pom").doesNotContain("<version>");
    }

    private static String pom(String module) {
        return FILES.stream()
                .filter(file -> file.path().equals(module + "/pom.xml"))
                .map(SourceFile::text)
                .findFirst()
                .orElseThrow();
    }
}
