package io.firstcome.command.architecture;

import static io.firstcome.command.architecture.CommandSide.CLASSES;
import static io.firstcome.command.architecture.CommandSide.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.firstcome.command.AggregateRegistrar;
import java.util.List;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamingRulesTest {

    static List<ArchRule> rules() {
        return NamingRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void givenCommandSide_whenChecked_thenTheRuleHolds(ArchRule rule) {
        assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails()).isEmpty();
        rule.check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void givenClassesThatBreakTheRules_whenChecked_thenTheRuleNotices(ArchRule rule) {
        assertThat(rule.evaluate(WRONG).hasViolation()).isTrue();
    }

    @Test
    void givenAggregates_whenListed_thenTheRegistrarHasThemAll() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.isAnnotatedWith(AggregateRoot.class))
                        .map(JavaClass::reflect))
                .containsExactlyInAnyOrderElementsOf(AggregateRegistrar.ALL);
    }

    @Test
    void givenPackages_whenLookedAt_thenEachIsNullMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allMatch(type -> type.isAnnotatedWith(NullMarked.class));
    }
}
