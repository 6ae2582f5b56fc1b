package io.firstcome.command.architecture;

import static io.firstcome.command.architecture.CommandSide.CLASSES;
import static io.firstcome.command.architecture.CommandSide.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DependencyRulesTest {

    /** Where a class of the command side may live. Another kind of package needs its rule first. */
    private static final String KNOWN_PACKAGES = "io\\.firstcome\\.command("
            + "|\\.(rest|refusal|compact)"
            + "|\\.process(\\.[a-z]+)?"
            + "|\\.payment\\.(gateway|card)"
            + "|\\.(?!process|rest|refusal|compact)[a-z]+(\\.(api|domain|rest|lookup))?)";

    private static final List<Function<String, ArchRule>> RULES = List.of(
            DependencyRules::apiUsesTheStoredLanguageOnly,
            DependencyRules::domainUsesItsOwnApiAndAxonOnly,
            DependencyRules::domainKnowsNoClockAndNoChance,
            DependencyRules::restUsesCommandsLookupsAndTheGatewayOnly,
            DependencyRules::nothingUsesADomainButTheRegistrar);

    static List<String> contexts() {
        return CommandSide.contexts(CLASSES);
    }

    static Stream<ArchRule> rulesOfTheWrongContext() {
        return RULES.stream().map(rule -> rule.apply("wrong"));
    }

    @ParameterizedTest
    @MethodSource("contexts")
    void givenContext_whenItsDependenciesAreRead_thenTheTableHolds(String context) {
        RULES.forEach(rule -> rule.apply(context).check(CLASSES));
        assertThat(contexts()).contains("coupon");
    }

    @Test
    void givenCommandSide_whenItsDependenciesAreRead_thenTheQuerySideIsUnknown() {
        DependencyRules.theOtherSideIsUnknown().check(CLASSES);
        assertThat(CommandSide.class.getResource("/io/firstcome/query")).isNull();
    }

    @Test
    void givenCompactSets_whenTheirDependenciesAreRead_thenTheyAreOfTheJdk() {
        DependencyRules.compactUsesTheJdkOnly().check(CLASSES);
    }

    @Test
    void givenTheGatewayClient_whenItsDependenciesAreRead_thenItKnowsHttpAndNoCommandBus() {
        DependencyRules.gatewaySpeaksHttpOnly().check(CLASSES);
        DependencyRules.onlyTheCardWorkerCallsTheGateway().check(CLASSES);
    }

    @Test
    void givenLookups_whenTheirDependenciesAreRead_thenTheyReadTheEventStoreOnly() {
        ArchRule rule = DependencyRules.lookupsReadTheEventStoreOnly();
        assertThat(rule.evaluate(WRONG).hasViolation()).isTrue();
        assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void givenProcesses_whenTheirDependenciesAreRead_thenTheyKnowEventsAndCommandsOnly() {
        ArchRule rule = DependencyRules.processesKnowEventsAndCommandsOnly();
        assertThat(rule.evaluate(WRONG).hasViolation()).isTrue();
        assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void givenPackages_whenTheirDependenciesAreRead_thenThereIsNoCycle() {
        DependencyRules.packagesOfAContextHaveNoCycles().check(CLASSES);
    }

    @Test
    void givenClasses_whenTheirPackagesAreRead_thenSomeRuleCoversEach() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .isNotEmpty()
                .allMatch(name -> name.matches(KNOWN_PACKAGES));
        assertThat("io.firstcome.command.process.listing.domain").doesNotMatch(KNOWN_PACKAGES);
        assertThat("io.firstcome.command.coupon.readmodel").doesNotMatch(KNOWN_PACKAGES);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheWrongContext")
    void givenContextThatBreaksTheRules_whenChecked_thenTheRuleNotices(ArchRule rule) {
        assertThat(rule.evaluate(WRONG).hasViolation()).isTrue();
    }

    @Test
    void givenRuleThatMatchesNothing_whenChecked_thenItFails() {
        assertThat(RULES.stream().map(rule -> rule.apply("nowhere")).filter(DependencyRulesTest::fails))
                .hasSize(4);
    }

    private static boolean fails(ArchRule rule) {
        try {
            rule.check(CLASSES);
            return false;
        } catch (AssertionError e) {
            return String.valueOf(e.getMessage()).contains("failed to check any classes");
        }
    }
}
