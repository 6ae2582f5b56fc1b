package io.firstcome.standalone.style;

import io.firstcome.standalone.style.JavaSource.Method;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for a single file. Each says what to do instead. */
enum StyleRule {
    FILES_ARE_SHORT(
            SourceFile::isJava,
            "has more than 300 lines: split it where the domain splits",
            (file, java) -> when(file.text().lines().count() > 300)),

    METHODS_ARE_SHORT(
            SourceFile::isJava,
            "has more than 70 lines: split it",
            (file, java) -> java.methods().stream()
                    .filter(method -> method.lines() > 70)
                    .map(Method::name)),

    TESTS_DO_NOT_SLEEP(
            file -> file.isJava() && file.isTest(),
            "sleeps: wait for what the test waits for, with Awaitility or a condition",
            (file, java) -> java.selections().stream()
                    .filter(call ->
                            call.matches("Thread\\.sleep|(TimeUnit\\.)?[A-Z]+\\.sleep|Uninterruptibles\\.sleep.*"))),

    LIBRARIES_DO_NOT_PRINT(
            file -> file.isJava() && !file.isTest() && !file.module().matches("standalone|local-cluster"),
            "prints: use a logger",
            (file, java) ->
                    java.selections().stream().filter(call -> call.matches("System\\.(out|err)|.*\\.printStackTrace"))),

    NO_PATH_OF_A_MACHINE(
            file -> !file.name().equals("StyleRule.java"),
            "is a path of one machine: take it from configuration, or make a temporary folder",
            (file, java) -> machinePaths(file)),

    PUBLIC_TYPES_HAVE_JAVADOC(
            file -> file.isJava() && !file.isTest(),
            "is public and has no Javadoc: say in one sentence what it is",
            (file, java) -> java.undocumented().stream()),

    TEST_METHODS_SAY_GIVEN_WHEN_THEN(
            file -> file.isJava() && file.isTest(),
            "is not named givenX_whenY_thenZ",
            (file, java) -> java.tests()
                    .map(Method::name)
                    .filter(name -> !name.matches("given[A-Z0-9]\\w*_when[A-Z0-9]\\w*_then[A-Z0-9]\\w*"))),

    TEST_CLASSES_SAY_TEST_OR_IT(
            file -> file.isJava() && file.isTest(),
            "has tests and is not named …Test (unit) or …IT (real servers), so it would not run",
            (file, java) ->
                    java.tests().limit(1).map(test -> file.name()).filter(name -> !name.matches(".*(Test|IT)\\.java"))),

    TESTS_ASSERT(
            file -> file.isJava() && file.isTest(),
            "asserts nothing",
            (file, java) -> java.tests().filter(test -> !asserts(test, java)).map(Method::name)),

    NOTHING_IS_SKIPPED(
            file -> file.isJava() && file.isTest(),
            "switches a test off: mend it or delete it",
            (file, java) -> java.annotations().stream().filter(name -> name.matches("Disabled|Ignore"))),

    NOTHING_IS_LEFT_OPEN(
            file -> !file.path().contains("/style/"),
            "is left open: do it, or open an issue",
            (file, java) -> Pattern.compile("\\b(TODO|FIXME|XXX)\\b")
                    .matcher(file.text())
                    .results()
                    .map(match -> match.group()));

    private static final Pattern ASSERTION = Pattern.compile("(?i)assert|expect|verify|check|\\.is[A-Z]\\w*\\(");

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Predicate<SourceFile> about;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final BiFunction<SourceFile, JavaSource, Stream<String>> violations;

    private final String verdict;

    StyleRule(
            Predicate<SourceFile> about,
            String verdict,
            BiFunction<SourceFile, JavaSource, Stream<String>> violations) {
        this.about = about;
        this.verdict = verdict;
        this.violations = violations;
    }

    boolean isAbout(SourceFile file) {
        return about.test(file);
    }

    /** What breaks the rule in the file, one sentence each. */
    List<String> violations(SourceFile file, JavaSource java) {
        return violations
                .apply(file, java)
                .map(what -> file.path() + (what.isEmpty() ? "" : ": " + what) + " " + verdict)
                .toList();
    }

    /** Itself, or in a method of the same file that it calls. */
    private static boolean asserts(Method test, JavaSource java) {
        return ASSERTION.matcher(test.body()).find()
                || java.methods().stream()
                        .filter(helper -> ASSERTION.matcher(helper.body()).find())
                        .anyMatch(helper -> test.body().matches("(?s).*\\b" + helper.name() + "\\(.*"));
    }

    private static Stream<String> when(boolean broken) {
        return broken ? Stream.of("") : Stream.empty();
    }

    private static Stream<String> machinePaths(SourceFile file) {
        return Pattern.compile("(?<![\\w}.*/-])(/(root|home|work|tmp|Users)/[\\w.-]+|[A-Z]:\\\\\\\\?[\\w.-]+)")
                .matcher(file.text())
                .results()
                .map(match -> match.group());
    }
}
