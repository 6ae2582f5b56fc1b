package io.firstcome.query.view;

import io.firstcome.axon.eventstore.Micros;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * The columns of a table, which are the fields of its row's class: in their order, those of superclasses last, by their
 * names in snake case. An instant is stored in microseconds, an enum by its name. Transient fields are no columns.
 *
 * @param <R> a record, or a class with a constructor without parameters whose fields are not final
 */
final class Columns<R> implements RowMapper<R> {

    private final List<Column> all = new ArrayList<>();
    private final Constructor<R> constructor;
    private final boolean record;

    private record Column(String name, Field field, Reader reader) {}

    /** Reads a value of one type. */
    private interface Reader {
        @Nullable
        Object read(ResultSet found, String column) throws SQLException;
    }

    Columns(Class<R> row) {
        for (Class<?> type = row; type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredFields()).filter(Columns::isStored).forEach(this::add);
        }
        record = row.isRecord();
        Class<?>[] parameters = record
                ? all.stream().map(column -> column.field().getType()).toArray(Class<?>[]::new)
                : new Class<?>[0];
        try {
            constructor = row.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("Rows of " + row + " can't be made", e);
        }
        constructor.setAccessible(true);
    }

    private static boolean isStored(Field field) {
        return !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers());
    }

    private void add(Field field) {
        field.setAccessible(true);
        String name = field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        all.add(new Column(name, field, reader(field.getType())));
    }

    private static Reader reader(Class<?> type) {
        if (type == String.class) {
            return ResultSet::getString;
        }
        if (type == long.class) {
            return ResultSet::getLong;
        }
        if (type == int.class) {
            return ResultSet::getInt;
        }
        if (type == boolean.class) {
            return ResultSet::getBoolean;
        }
        if (type == Long.class) {
            return (found, column) -> found.getObject(column, Long.class);
        }
        if (type == Instant.class) {
            return (found, column) -> {
                Long micros = found.getObject(column, Long.class);
                return micros == null ? null : Micros.toInstant(micros);
            };
        }
        if (type.isEnum()) {
            Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), constant -> constant));
            return (found, column) -> constant(constants, found.getString(column));
        }
        throw new IllegalArgumentException("No column is a " + type);
    }

    private static @Nullable Object constant(Map<String, Object> constants, @Nullable String name) {
        if (name != null && !constants.containsKey(name)) {
            throw new IllegalArgumentException("It is none of " + constants.keySet() + ": " + name);
        }
        return constants.get(name);
    }

    /** Their names, in order. */
    List<String> names() {
        return all.stream().map(Column::name).toList();
    }

    /** The values of a row, in the order of the columns. */
    @Nullable
    Object[] values(R row) {
        @Nullable Object[] values = new @Nullable Object[all.size()];
        try {
            for (int i = 0; i < values.length; i++) {
                Object value = all.get(i).field().get(row);
                values[i] = switch (value) {
                    case Instant instant -> Micros.of(instant);
                    case Enum<?> constant -> constant.name();
                    case null, default -> value;
                };
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    /** Finds the columns by their names: the statement may have them in any order. */
    @Override
    public R mapRow(ResultSet found, int number) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i).reader().read(found, all.get(i).name());
        }
        try {
            if (record) {
                return constructor.newInstance(values);
            }
            R row = constructor.newInstance();
            for (int i = 0; i < values.length; i++) {
                all.get(i).field().set(row, values[i]);
            }
            return row;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A row can't be made of what is stored", e);
        }
    }
}
