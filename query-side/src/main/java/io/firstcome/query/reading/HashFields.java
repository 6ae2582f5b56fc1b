package io.firstcome.query.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Fields of Redis hashes. */
public final class HashFields {

    private HashFields() {}

    /** Adds a field, unless {@code value} is null. */
    public static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    /** A field that must be there; fails with {@link NoSuchElementException} when it is not. */
    public static String get(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new NoSuchElementException("The hash has no field " + name);
        }
        return value;
    }

    /** A field that must be there, as a number. */
    public static int integer(Map<String, String> fields, String name) {
        return Integer.parseInt(get(fields, name));
    }

    /** A field that must be there, as a number. */
    public static long number(Map<String, String> fields, String name) {
        return Long.parseLong(get(fields, name));
    }

    /** A field that may be absent. */
    public static @Nullable Instant instant(Map<String, String> fields, String name) {
        String value = fields.get(name);
        return value == null ? null : Instant.parse(value);
    }

    /** Field, value, field, value … as scripts take them. */
    public static List<String> flat(Map<String, String> fields) {
        List<String> flat = new ArrayList<>(fields.size() * 2);
        fields.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return flat;
    }
}
