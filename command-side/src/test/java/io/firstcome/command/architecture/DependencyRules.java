package io.firstcome.command.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import io.firstcome.command.AggregateRegistrar;
import java.time.Instant;
import java.util.UUID;

/** The table "From | May use" of architecture.md, for one context. */
final class DependencyRules {

    private static final String ROOT = CommandSide.ROOT + ".";
    private static final String[] LANGUAGE = {
        "java..", "org.jspecify..", "io.firstcome.events..", "io.firstcome.contract.."
    };

    private DependencyRules() {}

    static ArchRule apiUsesTheStoredLanguageOnly(String context) {
        return classes()
                .that()
                .resideInAPackage(ROOT + context + ".api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(ROOT + context + ".api..", "org.axonframework.modelling.command"));
    }

    /** Jackson, Roaring and compact: the compact state and how it is written into a snapshot. */
    static ArchRule domainUsesItsOwnApiAndAxonOnly(String context) {
        return classes()
                .that()
                .resideInAPackage(ROOT + context + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        ROOT + context + ".domain..",
                        ROOT + context + ".api..",
                        ROOT + context + ".lookup..",
                        ROOT + "compact",
                        "org.axonframework..",
                        "tools.jackson..",
                        "org.roaringbitmap.."));
    }

    static ArchRule domainKnowsNoClockAndNoChance(String context) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + context + ".domain..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.Clock|java\\.util\\.(concurrent\\.ThreadLocal|Splittable)?Random"
                        + "|java\\.util\\.random\\..*|java\\.security\\.SecureRandom")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime");
    }

    /**
     * Any context's commands and lookups: one request may concern several, such as a product and its stock; and what asks for the
     * admission to a waiting room. A request and its
     * response are for rejections that come by the thousand and are written at once, not thrown through the framework.
     */
    static ArchRule restUsesCommandsLookupsAndTheGatewayOnly(String context) {
        return classes()
                .that()
                .resideInAPackage(ROOT + context + ".rest..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        ROOT + context + ".rest..",
                        ROOT + "*.api..",
                        ROOT + "*.lookup..",
                        ROOT + "rest",
                        ROOT + "admission",
                        "io.firstcome.web..",
                        "org.springframework..",
                        "jakarta.validation..",
                        "jakarta.servlet.http",
                        "io.swagger.v3.oas.annotations..",
                        "com.fasterxml.jackson.annotation"));
    }

    static ArchRule nothingUsesADomainButTheRegistrar(String context) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + context + ".domain..")
                .and()
                .areNotAssignableTo(AggregateRegistrar.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + context + ".domain..");
    }

    /** The client of the card gateway: what it may be told and what it may call. */
    static ArchRule gatewaySpeaksHttpOnly() {
        return classes()
                .that()
                .resideInAPackage(ROOT + "payment.gateway")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        ROOT + "payment.gateway",
                        ROOT + "payment.api",
                        "io.firstcome.web.start",
                        "io.github.resilience4j..",
                        "io.micrometer..",
                        "org.springframework..",
                        "tools.jackson.."));
    }

    /** A call of the gateway lasts seconds, so no process and no endpoint makes one. */
    static ArchRule onlyTheCardWorkerCallsTheGateway() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "payment.gateway", ROOT + "payment.card")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "payment.gateway");
    }

    /** Exact answers come from what is stored, not from a view. A lookup may be what a process asks for by an {@code api}. */
    static ArchRule lookupsReadTheEventStoreOnly() {
        return classes()
                .that()
                .resideInAPackage(ROOT + "*.lookup..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        ROOT + "*.lookup..",
                        ROOT + "*.api..",
                        "io.firstcome.axon..",
                        "org.axonframework..",
                        "org.springframework.context.annotation",
                        "org.springframework.dao..",
                        "org.springframework.jdbc..",
                        "com.github.benmanes.caffeine.."));
    }

    /** The packages below {@code process}; what they all stand on is in {@code process} itself. */
    static ArchRule processesKnowEventsAndCommandsOnly() {
        return classes()
                .that()
                .resideInAnyPackage(ROOT + "process.*..", ROOT + "wrong.process..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(ROOT + "process..", ROOT + "*.api..", "org.axonframework..", "org.slf4j.."));
    }

    /** What every domain may use must not lead it anywhere else. */
    static ArchRule compactUsesTheJdkOnly() {
        return classes()
                .that()
                .resideInAPackage(ROOT + "compact")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", ROOT + "compact");
    }

    static ArchRule theOtherSideIsUnknown() {
        return noClasses().should().dependOnClassesThat().resideInAPackage("io.firstcome.query..");
    }

    static ArchRule packagesOfAContextHaveNoCycles() {
        return slices().matching(ROOT + "(**)").should().beFreeOfCycles();
    }

    private static String[] with(String... more) {
        String[] all = new String[LANGUAGE.length + more.length];
        System.arraycopy(LANGUAGE, 0, all, 0, LANGUAGE.length);
        System.arraycopy(more, 0, all, LANGUAGE.length, more.length);
        return all;
    }
}
