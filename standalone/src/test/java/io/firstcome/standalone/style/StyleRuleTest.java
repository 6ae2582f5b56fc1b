package io.firstcome.standalone.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The negative control: each rule notices what it is there for, and leaves its neighbour alone. */
class StyleRuleTest {

    @ParameterizedTest
    @EnumSource
    void givenFileThatBreaksTheRule_whenRead_thenItIsNoticed(StyleRule rule) {
        SourceFile file = broken(rule);

        assertThat(rule.isAbout(file)).isTrue();
        assertThat(rule.violations(file, JavaSource.parse(file)))
                .singleElement()
                .asString()
                .startsWith(file.path());
    }

    @ParameterizedTest
    @EnumSource
    void givenFileThatKeepsTheRule_whenRead_thenNothingIsTold(StyleRule rule) {
        SourceFile file = kept(rule);

        assertThat(rule.violations(file, JavaSource.parse(file))).isEmpty();
    }

    private static SourceFile broken(StyleRule rule) {
        return switch (rule) {
            case FILES_ARE_SHORT -> main("class A {\n" + "\n".repeat(299) + "}\n");
            case METHODS_ARE_SHORT -> main("class A { void a() {" + "\n".repeat(70) + "} }");
            case TESTS_DO_NOT_SLEEP -> test("class ATest { void a() { Thread.sleep(1); } }");
            case LIBRARIES_DO_NOT_PRINT -> main("class A { void a() { System.out.println(1); } }");
            case NO_PATH_OF_A_MACHINE -> main("class A { String a = \"/ho" + "me/me\"; }");
            case PUBLIC_TYPES_HAVE_JAVADOC -> main("// no Javadoc\npublic class A {}");
            case TEST_METHODS_SAY_GIVEN_WHEN_THEN -> test("class ATest { @Test void works() { assertThat(a); } }");
            case TEST_CLASSES_SAY_TEST_OR_IT ->
                new SourceFile(
                        "web/src/test/java/a/Checks.java",
                        "class Checks { @Test void givenA_whenB_thenC() { assertThat(a); } }");
            case TESTS_ASSERT -> test("class ATest { @Test void givenA_whenB_thenC() { a(); } }");
            case NOTHING_IS_SKIPPED -> test("class ATest { @Test @Disabled void a() {} }");
            case NOTHING_IS_LEFT_OPEN -> main("class A {} // TO" + "DO later");
        };
    }

    private static SourceFile kept(StyleRule rule) {
        return switch (rule) {
            case FILES_ARE_SHORT -> main("class A {\n" + "\n".repeat(298) + "}\n");
            case METHODS_ARE_SHORT -> main("class A { void a() {" + "\n".repeat(69) + "} }");
            case TESTS_DO_NOT_SLEEP -> test("class ATest { String a = \"Thread.sleep(1)\"; /* Thread.sleep(1) */ }");
            case LIBRARIES_DO_NOT_PRINT -> main("class A { void a() { log.info(\"System.out\"); } }");
            case NO_PATH_OF_A_MACHINE -> main("class A { String a = \"/api/v1/home/me\"; }");
            case PUBLIC_TYPES_HAVE_JAVADOC -> main("/** An A. */ public class A {}");
            case TEST_METHODS_SAY_GIVEN_WHEN_THEN, TEST_CLASSES_SAY_TEST_OR_IT ->
                test("class ATest { @Test void givenA_whenB_thenC() { assertThat(a); } }");
            case TESTS_ASSERT ->
                test(
                        "class ATest { @Test void givenA_whenB_thenC() { holds(a); } void holds(A a) { assertThat(a); } }");
            case NOTHING_IS_SKIPPED -> test("class ATest { @Test void a() {} }");
            case NOTHING_IS_LEFT_OPEN -> main("class A {} // a TODOLIST is a word");
        };
    }

    private static SourceFile main(String text) {
        return new SourceFile("web/src/main/java/a/A.java", text);
    }

    private static SourceFile test(String text) {
        return new SourceFile("web/src/test/java/a/ATest.java", text);
    }
}
