package io.firstcome.standalone.catalogue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.NotConsumed;
import io.firstcome.standalone.catalogue.MessageCatalogue.Command;
import io.firstcome.standalone.catalogue.MessageCatalogue.Consumer;
import io.firstcome.standalone.catalogue.MessageCatalogue.Event;
import io.firstcome.standalone.catalogue.MessageCatalogue.Kind;
import io.firstcome.standalone.catalogue.MessageCatalogue.Query;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.queryhandling.QueryHandler;

/** Reads the catalogue from compiled classes: from annotations, and from the constructors that handlers call. */
final class CatalogueReader {

    private final JavaClasses classes;
    private final List<Class<?>> eventTypes;

    /**
     * @param classes all modules
     * @param families the sealed interfaces of the stored events
     */
    CatalogueReader(JavaClasses classes, List<Class<?>> families) {
        this.classes = classes;
        this.eventTypes = families.stream()
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .toList();
    }

    MessageCatalogue read() {
        return new MessageCatalogue(commands(), events(), consumers(), queries());
    }

    private List<Command> commands() {
        return classes.stream()
                .filter(type -> type.isRecord() && type.isAssignableTo(AggregateCommand.class))
                .map(this::command)
                .sorted(Comparator.comparing(Command::context).thenComparing(Command::name))
                .toList();
    }

    private Command command(JavaClass type) {
        List<JavaMethod> handlers = methods(CommandHandler.class)
                .filter(method -> handles(method, type.getName()))
                .toList();
        return new Command(
                type.getSimpleName(),
                Packages.contextOf(type),
                handlers.stream()
                        .map(handler -> handler.getOwner().getSimpleName())
                        .sorted()
                        .toList(),
                eventTypes.stream()
                        .filter(event -> handlers.stream().anyMatch(handler -> makes(handler, event, new HashSet<>())))
                        .map(Class::getSimpleName)
                        .sorted()
                        .toList(),
                classes.stream()
                        .filter(sender -> calls(sender, type.getName()))
                        .flatMap(sender -> sendersBehind(sender, type.reflect()))
                        .flatMap(sender -> Packages.senderOf(sender).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /**
     * What makes commands for a process is not their sender: the processes are that call a method which makes this one. Where none does,
     * because a task makes it, those are that schedule the task.
     */
    private Stream<JavaClass> sendersBehind(JavaClass maker, Class<?> command) {
        if (!Packages.isProcess(maker) || handlesEvents(maker)) {
            return Stream.of(maker);
        }
        Set<String> making = maker.getMethods().stream()
                .filter(method -> makes(method, command, new HashSet<>()))
                .map(JavaMethod::getName)
                .collect(Collectors.toSet());
        List<JavaClass> exact = processesThatCall(maker, call -> making.contains(call.getName()));
        return (exact.isEmpty() ? processesThatCall(maker, call -> true) : exact).stream();
    }

    private List<JavaClass> processesThatCall(JavaClass maker, Predicate<JavaMethodCall> which) {
        return classes.stream()
                .filter(type -> Packages.isProcess(type) && handlesEvents(type))
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .filter(which)
                        .anyMatch(call -> isOrImplements(maker, call.getTargetOwner())))
                .toList();
    }

    private static boolean isOrImplements(JavaClass maker, JavaClass called) {
        return maker.equals(called) || maker.getAllRawInterfaces().contains(called);
    }

    private static boolean handlesEvents(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method ->
                        method.isAnnotatedWith(EventHandler.class) || method.isAnnotatedWith(SagaEventHandler.class));
    }

    private List<Event> events() {
        return eventTypes.stream()
                .map(type -> new Event(
                        type.getSimpleName(),
                        Packages.contextOf(type),
                        methods(CommandHandler.class)
                                .filter(handler -> makes(handler, type, new HashSet<>()))
                                .map(handler -> handler.getOwner().getSimpleName())
                                .distinct()
                                .sorted()
                                .toList(),
                        type.isAnnotationPresent(NotConsumed.class)))
                .sorted(Comparator.comparing(Event::context).thenComparing(Event::name))
                .toList();
    }

    private List<Consumer> consumers() {
        return Stream.concat(methods(EventHandler.class), methods(SagaEventHandler.class))
                .map(JavaMethod::getOwner)
                .distinct()
                // The frame of the views: each view is a consumer, and has handlers of its own.
                .filter(owner -> !owner.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(this::consumer)
                .sorted(Comparator.comparing(Consumer::name))
                .toList();
    }

    private Consumer consumer(JavaClass owner) {
        boolean saga = owner.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(SagaEventHandler.class));
        List<JavaMethod> handlers = owner.getMethods().stream()
                .filter(method ->
                        method.isAnnotatedWith(EventHandler.class) || method.isAnnotatedWith(SagaEventHandler.class))
                .toList();
        boolean all = handlers.stream().anyMatch(CatalogueReader::takesAnything);
        return new Consumer(
                owner.getSimpleName(),
                kind(owner, saga, all),
                owner.tryGetAnnotationOfType(ProcessingGroup.class)
                        .map(ProcessingGroup::value)
                        .orElse(""),
                Packages.contextOf(owner),
                eventTypes.stream()
                        .filter(event -> handlers.stream().anyMatch(method -> accepts(method, event)))
                        .map(Class::getSimpleName)
                        .sorted()
                        .toList());
    }

    private static Kind kind(JavaClass owner, boolean saga, boolean all) {
        if (Packages.isProcess(owner)) {
            return saga ? Kind.SAGA : Kind.PROCESS;
        }
        return all ? Kind.BRIDGE : Kind.PROJECTION;
    }

    private List<Query> queries() {
        return methods(QueryHandler.class)
                .map(method -> new Query(
                        method.getRawParameterTypes().getFirst().getSimpleName(),
                        Packages.contextOf(method.getOwner()),
                        method.getOwner().getSimpleName()))
                .sorted(Comparator.comparing(Query::view).thenComparing(Query::name))
                .toList();
    }

    private Stream<JavaMethod> methods(Class<? extends Annotation> annotation) {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(annotation))
                .sorted(Comparator.comparing(JavaMethod::getFullName));
    }

    private static boolean handles(JavaMethod method, String message) {
        return !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().getFirst().getName().equals(message);
    }

    /** Its first parameter is the event, or its family. */
    private static boolean accepts(JavaMethod handler, Class<?> event) {
        return takesAnything(handler)
                || handler.getRawParameterTypes().getFirst().isAssignableFrom(event);
    }

    private static boolean takesAnything(JavaMethod handler) {
        JavaClass first = handler.getRawParameterTypes().getFirst();
        return first.isEquivalentTo(Object.class) || first.isAssignableTo(EventMessage.class);
    }

    /** Makes an object of that type itself, or in a method of its own package that it calls. */
    private static boolean makes(JavaCodeUnit method, Class<?> type, Set<JavaCodeUnit> seen) {
        if (!seen.add(method)) {
            return false;
        }
        boolean itself = method.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(type));
        return itself
                || method.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner()
                                .getPackageName()
                                .equals(method.getOwner().getPackageName()))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .anyMatch(called -> makes(called, type, seen));
    }

    private static boolean calls(JavaClass sender, String type) {
        return sender.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(type));
    }
}
