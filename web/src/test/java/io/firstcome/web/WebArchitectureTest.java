package io.firstcome.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of this module. A rule that matches nothing fails. */
class WebArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.firstcome.web");

    @Test
    void givenPackages_whenTheirDependenciesAreRead_thenThereIsNoCycle() {
        slices().matching("io.firstcome.web.(*)..").should().beFreeOfCycles().check(CLASSES);
        assertThat(CLASSES.size()).isGreaterThan(50);
    }

    @Test
    void givenModule_whenItsDependenciesAreRead_thenItKnowsNoSideNoStoreAndNoContext() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.firstcome.command..",
                        "io.firstcome.query..",
                        "io.firstcome.axon..",
                        "io.firstcome.events.*..",
                        "org.axonframework..")
                .check(CLASSES);
    }

    /** Jackson 2 is on the class path for springdoc; the API speaks Jackson 3. */
    @Test
    void givenModule_whenItsDependenciesAreRead_thenOnlyTheDescriptionUsesJackson2() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.firstcome.web.openapi..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(CLASSES);
    }

    @Test
    void givenPackages_whenTheirInfoIsRead_thenNullnessIsChecked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(CLASSES);
        assertThat(CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .allMatch(name -> CLASSES.contain(name + ".package-info"));
    }
}
