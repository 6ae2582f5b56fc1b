package io.firstcome.query.view;

import io.firstcome.axon.eventstore.Micros;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * The columns of a table, which are the fields of its row's class: in their order, those of superclasses last, by their
 * names in snake case. A field that is a record stands for the columns of that record. An instant is stored in
 * microseconds, an enum by its name, a list as JSON. Transient fields are no columns.
 *
 * @param <R> a record, or a class with a constructor without parameters whose fields are not final
 */
final class Columns<R> implements RowMapper<R> {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Member> members = new ArrayList<>();
    private final Constructor<R> constructor;
    private final boolean record;

    private record Member(Field field, Part part) {}

    /** What stands for a field in the table: one column, or those of a record. */
    private sealed interface Part {

        List<String> names();

        void collect(@Nullable Object value, List<@Nullable Object> values);

        @Nullable
        Object read(ResultSet found) throws SQLException;
    }

    /** The columns of a record, which is never null. */
    private record Nested(Columns<?> columns) implements Part {

        @Override
        public List<String> names() {
            return columns.names();
        }

        @Override
        public void collect(@Nullable Object value, List<@Nullable Object> values) {
            columns.collect(Objects.requireNonNull(value), values);
        }

        @Override
        public Object read(ResultSet found) throws SQLException {
            return columns.mapRow(found, 0);
        }
    }

    private record Column(String name, Reader reader) implements Part {

        @Override
        public List<String> names() {
            return List.of(name);
        }

        @Override
        public void collect(@Nullable Object value, List<@Nullable Object> values) {
            values.add(
                    switch (value) {
                        case Instant instant -> Micros.of(instant);
                        case Enum<?> constant -> constant.name();
                        case List<?> list -> JSON.writeValueAsString(list);
                        case null, default -> value;
                    });
        }

        @Override
        public @Nullable Object read(ResultSet found) throws SQLException {
            return reader.read(found, name);
        }
    }

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
                ? members.stream().map(member -> member.field().getType()).toArray(Class<?>[]::new)
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
        members.add(new Member(
                field,
                field.getType().isRecord()
                        ? new Nested(new Columns<>(field.getType()))
                        : new Column(name, reader(field.getType(), field.getGenericType()))));
    }

    private static Reader reader(Class<?> type, Type generic) {
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
        if (type == Long.class || type == Integer.class) {
            return (found, column) -> found.getObject(column, type);
        }
        if (type == Instant.class) {
            return (found, column) -> {
                Long micros = found.getObject(column, Long.class);
                return micros == null ? null : Micros.toInstant(micros);
            };
        }
        if (type == List.class) {
            JavaType list = JSON.constructType(generic);
            return (found, column) -> JSON.readValue(found.getString(column), list);
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
        return members.stream()
                .flatMap(member -> member.part().names().stream())
                .toList();
    }

    /** The values of a row, in the order of the columns. */
    @Nullable
    Object[] values(R row) {
        List<@Nullable Object> values = new ArrayList<>();
        collect(row, values);
        return values.toArray();
    }

    private void collect(Object row, List<@Nullable Object> values) {
        try {
            for (Member member : members) {
                member.part().collect(member.field().get(row), values);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Finds the columns by their names: the statement may have them in any order. */
    @Override
    public R mapRow(ResultSet found, int number) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[members.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = members.get(i).part().read(found);
        }
        try {
            if (record) {
                return constructor.newInstance(values);
            }
            R row = constructor.newInstance();
            for (int i = 0; i < values.length; i++) {
                members.get(i).field().set(row, values[i]);
            }
            return row;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A row can't be made of what is stored", e);
        }
    }
}
