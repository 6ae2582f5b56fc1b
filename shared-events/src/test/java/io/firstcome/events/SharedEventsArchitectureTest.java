package io.firstcome.events;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.firstcome.contract.RejectionCode;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of architecture.md for the stored language. A rule that matches nothing fails. */
class SharedEventsArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.firstcome.events", "io.firstcome.contract");

    private static final DescribedPredicate<JavaClass> AXON_ANNOTATIONS = describe(
            "annotations of Axon",
            type -> type.isAnnotation() && type.getPackageName().startsWith("org.axonframework."));

    private static final DescribedPredicate<JavaClass> EVENTS = describe(
            "events", type -> type.isRecord() && EventFamilies.eventTypes().anyMatch(type::isEquivalentTo));

    /** A rejection is what Axon hands to a caller, so that nothing has to translate it on the way. */
    private static final DescribedPredicate<JavaClass> AXON_EXCEPTIONS = JavaClass.Predicates.belongToAnyOf(
                    CommandExecutionException.class, HandlerExecutionException.class)
            .as("exceptions of Axon");

    private static final ArchRule USES_ONLY_THE_JDK_AND_AXON = classes()
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("io.firstcome.events..", "io.firstcome.contract..", "java..", "org.jspecify..")
                            .or(AXON_ANNOTATIONS)
                            .or(AXON_EXCEPTIONS));

    private static final ArchRule KNOWS_NO_CLOCK_AND_NO_CHANCE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.Clock|java\\.util\\.(concurrent\\.ThreadLocal|Splittable)?Random"
                    + "|java\\.security\\.SecureRandom")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static final ArchRule EVENTS_HAVE_A_REVISION = classes()
            .that(EVENTS)
            .should()
            .beAnnotatedWith(Revision.class)
            .andShould()
            .bePublic()
            .andShould()
            .haveNameNotMatching(".*(Event|Updated|Changed)");

    private static final ArchRule RECORDS_OF_A_CONTEXT_ARE_EVENTS_OR_PARTS_OF_THEM = classes()
            .that()
            .resideInAPackage("io.firstcome.events.*")
            .and(describe(
                    "implement a sealed family",
                    type -> type.getInterfaces().stream()
                            .anyMatch(family -> family.getName().endsWith("Event"))))
            .should(new BeListed());

    private static final ArchRule IDS_ARE_RECORDS_WITH_A_STABLE_TEXT =
            classes().that().haveSimpleNameEndingWith("Id").should().beRecords().andShould(new HaveOwnToString());

    private static final ArchRule CODES_ARE_ENUMS_NAMED_ERROR_CODE = classes()
            .that()
            .implement(RejectionCode.class)
            .should()
            .beEnums()
            .andShould()
            .haveSimpleNameEndingWith("ErrorCode");

    @Test
    void givenSharedEvents_whenTheirDependenciesAreRead_thenOnlyTheJdkAndAxonsAnnotationsAndExceptions() {
        USES_ONLY_THE_JDK_AND_AXON.check(CLASSES);
    }

    @Test
    void givenSharedEvents_whenTheirCodeIsRead_thenNoClockAndNoChance() {
        KNOWS_NO_CLOCK_AND_NO_CHANCE.check(CLASSES);
    }

    @Test
    void givenEvents_whenLookedAt_thenEachHasARevisionAndAProperName() {
        EVENTS_HAVE_A_REVISION.check(CLASSES);
    }

    @Test
    void givenRecordsOfAFamily_whenLookedAt_thenTheFamilyIsListed() {
        RECORDS_OF_A_CONTEXT_ARE_EVENTS_OR_PARTS_OF_THEM.check(CLASSES);
    }

    @Test
    void givenIds_whenLookedAt_thenTheyAreRecordsWithAStableText() {
        IDS_ARE_RECORDS_WITH_A_STABLE_TEXT.check(CLASSES);
    }

    @Test
    void givenRejectionCodes_whenLookedAt_thenTheyAreEnumsNamedSo() {
        CODES_ARE_ENUMS_NAMED_ERROR_CODE.check(CLASSES);
    }

    /** A client knows a code by its name alone, whichever context answers. */
    @Test
    void givenRejectionCodesOfOneName_whenCompared_thenTheyMeanTheSame() {
        Map<String, List<RejectionCode>> codes = CLASSES.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(RejectionCode.class))
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(RejectionCode.class::cast)
                .collect(Collectors.groupingBy(RejectionCode::name));

        assertThat(codes.values())
                .isNotEmpty()
                .allSatisfy(same -> assertThat(same)
                        .extracting(RejectionCode::meaning)
                        .containsOnly(same.getFirst().meaning()));
    }

    @Test
    void givenPackages_whenLookedAt_thenEachIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allMatch(type -> type.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void givenClassesThatBreakTheRules_whenChecked_thenTheRulesNotice() {
        JavaClasses wrong = new ClassFileImporter().importClasses(ShelfUpdated.class, TeaEvent.class, TeaId.class);

        assertThat(KNOWS_NO_CLOCK_AND_NO_CHANCE.evaluate(wrong).hasViolation()).isTrue();
        assertThat(IDS_ARE_RECORDS_WITH_A_STABLE_TEXT.evaluate(wrong).hasViolation())
                .isTrue();
        assertThat(classes()
                        .should(new BeListed())
                        .evaluate(wrong)
                        .getFailureReport()
                        .getDetails())
                .hasSize(3);
        assertThat(CODES_ARE_ENUMS_NAMED_ERROR_CODE
                        .evaluate(new ClassFileImporter().importClasses(NotTea.class))
                        .hasViolation())
                .isTrue();
        assertThat(USES_ONLY_THE_JDK_AND_AXON
                        .evaluate(new ClassFileImporter().importClasses(SharedEventsArchitectureTest.class))
                        .hasViolation())
                .isTrue();
    }

    /** The negative control. */
    sealed interface TeaEvent permits ShelfUpdated {}

    record ShelfUpdated(Clock clock) implements TeaEvent {}

    record TeaId(String value) {}

    enum NotTea implements RejectionCode {
        COLD;

        @Override
        public Meaning meaning() {
            return new Meaning(Kind.CONFLICT, "It is cold");
        }
    }
}
