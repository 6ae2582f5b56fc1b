package io.firstcome.query;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.firstcome.query.view.ViewProjection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of architecture.md, as far as it is about this module. A rule that matches no class fails. */
class ArchitectureTest {

    private static final String ROOT = "io.firstcome.query";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final String[] COMMANDS = {"org.axonframework.commandhandling..", "io.firstcome.command.."};

    private static final List<String> VIEWS = List.of(
            "bestseller",
            "concert",
            "coupon",
            "order",
            "payment",
            "points",
            "product",
            "reconciliation",
            "stock",
            "usercoupon");

    static List<String> views() {
        return VIEWS;
    }

    /** Of our own code, that outside of these packages. */
    private static DescribedPredicate<JavaClass> ourCodeOutside(String... packages) {
        return resideInAPackage("io.firstcome..").and(not(resideInAnyPackage(packages)));
    }

    @ParameterizedTest
    @MethodSource("views")
    void givenAView_whenItDepends_thenOnEventsTheFrameAndTheWeb(String view) {
        String own = ROOT + "." + view;
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(ourCodeOutside(
                        "io.firstcome.events..",
                        own,
                        ROOT + ".view",
                        ROOT + ".caching",
                        ROOT + ".consistency",
                        ROOT + ".querying",
                        // What operators ask for is remembered under their keys.
                        ROOT + ".operator",
                        "io.firstcome.axon.processors",
                        "io.firstcome.axon.eventstore",
                        "io.firstcome.web..",
                        "io.firstcome.contract"))
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("views")
    void givenAProjection_whenItDepends_thenNeverOnQueriesAndTheWeb(String view) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + view)
                .and()
                .haveNameMatching(".*(Projection|Row)(\\$.*)?")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + ".querying", ROOT + ".consistency", "io.firstcome.web..")
                        .or(simpleNameEndingWith("Queries"))
                        .or(simpleNameEndingWith("Query")))
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("views")
    void givenAController_whenItDepends_thenOnItsQueriesAndNeverOnATable(String view) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + view)
                .and()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                ROOT + ".view",
                                ROOT + ".caching",
                                "io.firstcome.axon..",
                                "org.springframework.jdbc..",
                                "org.springframework.data..",
                                "jakarta.persistence..")
                        .or(simpleNameEndingWith("Queries"))
                        .or(simpleNameEndingWith("Projection")))
                .check(CLASSES);
    }

    @Test
    void givenTheFrameOfViews_whenItDepends_thenNeverOnAView() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".view")
                .should()
                .dependOnClassesThat(
                        ourCodeOutside(ROOT + ".view", "io.firstcome.axon.processors", "io.firstcome.axon.eventstore"))
                .check(CLASSES);
    }

    @Test
    void givenWhatReadModelsShare_whenItDepends_thenNeverOnAView() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".consistency")
                .should()
                .dependOnClassesThat(ourCodeOutside(
                        ROOT + ".consistency",
                        ROOT + ".querying",
                        "io.firstcome.axon.processors",
                        "io.firstcome.axon.eventstore"))
                .check(CLASSES);
    }

    @Test
    void givenTheCaches_whenTheyDepend_thenNeverOnAView() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".caching")
                .should()
                .dependOnClassesThat(ourCodeOutside(
                        ROOT + ".caching",
                        ROOT + ".consistency",
                        ROOT + ".querying",
                        "io.firstcome.axon.processors",
                        "io.firstcome.axon.eventstore",
                        "io.firstcome.axon.tail"))
                .check(CLASSES);
    }

    @Test
    void givenTheBridge_whenItDepends_thenOnEventsAndTheirStore() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".bridge")
                .should()
                .dependOnClassesThat(ourCodeOutside("io.firstcome.events..", ROOT + ".bridge", "io.firstcome.axon.."))
                .check(CLASSES);
    }

    @Test
    void givenThisSide_whenItDepends_thenNeverOnCommands() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(COMMANDS).check(CLASSES);
    }

    @Test
    void givenControllers_whenTheyAreNamed_thenAsWhatTheyAre() {
        classes()
                .that()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should()
                .haveSimpleNameEndingWith("Controller")
                .check(CLASSES);
        classes()
                .that()
                .areAnnotatedWith("org.axonframework.config.ProcessingGroup")
                .and()
                .resideOutsideOfPackages(ROOT + ".bridge", ROOT + ".export")
                .should()
                .haveSimpleNameEndingWith("Projection")
                .check(CLASSES);
    }

    @Test
    void givenViews_whenTheyAreListed_thenTheRulesKnowThemAll() {
        Stream<String> views = CLASSES.stream()
                .filter(type -> type.isAssignableTo(ViewProjection.class))
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(ROOT + ".view"))
                .map(name -> name.substring(ROOT.length() + 1))
                .distinct();

        assertThat(views).containsExactlyInAnyOrderElementsOf(VIEWS);
    }
}
