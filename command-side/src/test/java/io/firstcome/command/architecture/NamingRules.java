package io.firstcome.command.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectionCode;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JacksonModule;

/** How things are named and who may see them, architecture.md. */
final class NamingRules {

    private static final String ANY_DOMAIN = "io.firstcome.command.*.domain..";
    private static final String ANY_API = "io.firstcome.command.*.api..";
    private static final String ANY_REST = "io.firstcome.command.*.rest..";

    private static final DescribedPredicate<JavaClass> OF_A_SEALED_FAMILY = describe(
            "are of a sealed family named …Command",
            type -> type.getRawInterfaces().stream()
                    .anyMatch(family -> family.reflect().isSealed()
                            && family.getSimpleName().endsWith("Command")));

    static final ArchRule COMMANDS_ARE_IMPERATIVE_RECORDS = classes()
            .that()
            .implement(AggregateCommand.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .andShould()
            .resideInAPackage(ANY_API)
            .andShould()
            .haveNameNotMatching(".*(Command|Request|Event|ed)")
            .andShould(ArchCondition.from(OF_A_SEALED_FAMILY));

    static final ArchRule CODES_ARE_SHARED =
            noClasses().should().implement(RejectionCode.class).because("they are in io.firstcome.contract");

    static final ArchRule CONTROLLERS_ARE_NAMED_SO = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .haveSimpleNameEndingWith("Controller")
            .andShould()
            .beAnnotatedWith(RestController.class)
            .andShould()
            .resideInAPackage(ANY_REST);

    static final ArchRule BODIES_ARE_REQUESTS_AND_RESPONSES = classes()
            .that()
            .resideInAPackage(ANY_REST)
            .and()
            .areRecords()
            .should()
            .haveNameMatching(".*(Request|Response)");

    static final ArchRule ONLY_THE_WAY_INTO_A_DOMAIN_IS_PUBLIC = classes()
            .that()
            .resideInAPackage(ANY_DOMAIN)
            .and()
            .areNotAnnotatedWith(AggregateRoot.class)
            .and()
            .areNotAssignableTo(JacksonModule.class)
            .should()
            .notBePublic();

    static final ArchRule ONLY_CONTROLLERS_ARE_PUBLIC = classes()
            .that()
            .resideInAPackage(ANY_REST)
            .and()
            .areNotAnnotatedWith(RestController.class)
            .should()
            .notBePublic();

    static final ArchRule COMMAND_HANDLERS_ARE_NAMED_HANDLE =
            methods().that().areAnnotatedWith(CommandHandler.class).should().haveName("handle");

    static final ArchRule EVENT_HANDLERS_ARE_NAMED_ON = methods()
            .that()
            .areAnnotatedWith(EventSourcingHandler.class)
            .should()
            .haveName("on");

    static final ArchRule EVENT_HANDLERS_ONLY_ASSIGN =
            noMethods().that().areAnnotatedWith(EventSourcingHandler.class).should(new EmitOrRefuse());

    static final List<ArchRule> ALL = List.of(
            COMMANDS_ARE_IMPERATIVE_RECORDS,
            CODES_ARE_SHARED,
            CONTROLLERS_ARE_NAMED_SO,
            BODIES_ARE_REQUESTS_AND_RESPONSES,
            ONLY_THE_WAY_INTO_A_DOMAIN_IS_PUBLIC,
            ONLY_CONTROLLERS_ARE_PUBLIC,
            COMMAND_HANDLERS_ARE_NAMED_HANDLE,
            EVENT_HANDLERS_ARE_NAMED_ON,
            EVENT_HANDLERS_ONLY_ASSIGN);

    private NamingRules() {}

    /** Applies an event or throws. */
    private static final class EmitOrRefuse extends ArchCondition<JavaMethod> {

        EmitOrRefuse() {
            super("apply an event or make an exception");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean emits = method.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(AggregateLifecycle.class));
            boolean refuses = method.getConstructorCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isAssignableTo(Throwable.class));
            events.add(new SimpleConditionEvent(
                    method,
                    emits || refuses,
                    method.getFullName() + (emits ? " emits" : refuses ? " refuses" : " assigns")));
        }
    }
}
