package io.firstcome.commandnode.routing;

import io.firstcome.contract.AggregateCommand;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Makes valid commands of any type by trying: components are random, and the record's constructor says what it doesn't take. */
final class RandomCommands {

    private static final int TRIES = 20_000;
    private static final long[] NUMBERS = {0, 1, 2, 3, 5, 30, 100, 1_000, 10_000};
    private static final String[] TEXTS = {
        "a-1", "Tom.2", "10~3", "https://shop.example/a.png", "한국 ☕ 😀", "\"quoted\"\\"
    };

    private final Random random;

    RandomCommands(long seed) {
        this.random = new Random(seed);
    }

    /** All types of commands on the class path. */
    static List<Class<?>> types() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isConcrete();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(AggregateCommand.class));
        return scanner.findCandidateComponents("io.firstcome.command").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), RandomCommands.class.getClassLoader()))
                .filter(Class::isRecord)
                .toList();
    }

    AggregateCommand next(Class<?> type) {
        return (AggregateCommand) record(type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        InvocationTargetException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return constructor.newInstance(
                        Stream.of(components).map(this::component).toArray());
            } catch (InvocationTargetException e) {
                last = e;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("No valid " + type, last);
    }

    private @Nullable Object component(RecordComponent component) {
        AnnotatedType annotated = component.getAnnotatedType();
        boolean nullable = annotated.isAnnotationPresent(Nullable.class);
        return nullable && random.nextBoolean() ? null : value(component.getType(), component.getGenericType());
    }

    private Object value(Class<?> type, Type generic) {
        if (type == String.class) {
            return TEXTS[random.nextInt(TEXTS.length)];
        }
        if (type == long.class || type == Long.class) {
            return NUMBERS[random.nextInt(NUMBERS.length)];
        }
        if (type == int.class || type == Integer.class) {
            return (int) NUMBERS[random.nextInt(NUMBERS.length)];
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(
                    1_764_590_000L + random.nextInt(5) * 3_600L, random.nextInt(1_000_000) * 1_000L);
        }
        if (type == Duration.class) {
            return Duration.ofMinutes(1 + random.nextInt(10));
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type == List.class) {
            Type element = ((ParameterizedType) generic).getActualTypeArguments()[0];
            return Stream.generate(() -> value((Class<?>) element, element))
                    .limit(1 + random.nextInt(2))
                    .toList();
        }
        if (type.isSealed()) {
            Class<?>[] permitted = type.getPermittedSubclasses();
            return record(permitted[random.nextInt(permitted.length)]);
        }
        return record(type);
    }
}
