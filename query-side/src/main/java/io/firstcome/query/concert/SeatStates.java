package io.firstcome.query.concert;

import io.firstcome.events.concert.Grade;
import io.firstcome.web.json.ApiJson;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * The seats of a date and at which version each came to its status. It does not change: what differs is made anew, but only the
 * part that differs, so that a date of many seats costs no more per event than one of few.
 */
final class SeatStates {

    private static final int PART = 256;

    /** Neighbouring seats; {@code changed} are the versions, {@code newest} is the highest of them. */
    private static final class Part {

        private final SeatView[] seats;
        private final long[] changed;
        private long newest;

        /** Made when it is first asked for: by then nothing is set any more. Two that make it at once make the same. */
        private volatile @Nullable SerializedString json;

        private Part(SeatView[] seats, long[] changed, long newest) {
            this.seats = seats;
            this.changed = changed;
            this.newest = newest;
        }

        private Part copy() {
            return new Part(seats.clone(), changed.clone(), newest);
        }

        private void set(int place, SeatStatus status, long version) {
            SeatView before = seats[place];
            seats[place] = new SeatView(before.seat(), before.grade(), before.price(), status);
            changed[place] = version;
            newest = Math.max(newest, version);
        }

        /** The seats as elements of an array. */
        private SerializedString json() {
            SerializedString made = json;
            if (made == null) {
                String array = new String(ApiJson.bytes(seats), StandardCharsets.UTF_8);
                made = new SerializedString(array.substring(1, array.length() - 1));
                json = made;
            }
            return made;
        }
    }

    /** All seats, whose JSON is kept for each part: only what has changed since somebody asked is written anew. */
    private static final class All extends AbstractList<SeatView> implements JacksonSerializable {

        private final Part[] parts;

        private All(Part[] parts) {
            this.parts = parts;
        }

        @Override
        public SeatView get(int index) {
            return parts[index / PART].seats[index % PART];
        }

        @Override
        public int size() {
            return (parts.length - 1) * PART + parts[parts.length - 1].seats.length;
        }

        @Override
        public void serialize(JsonGenerator generator, SerializationContext context) {
            generator.writeStartArray();
            for (Part part : parts) {
                generator.writeRawValue(part.json());
            }
            generator.writeEndArray();
        }

        @Override
        public void serializeWithType(JsonGenerator generator, SerializationContext context, TypeSerializer type) {
            serialize(generator, context);
        }
    }

    private final Part[] parts;

    private SeatStates(Part[] parts) {
        this.parts = parts;
    }

    /** All are free. */
    static SeatStates free(List<Grade> grades) {
        List<SeatView> all = new ArrayList<>();
        for (Grade grade : grades) {
            for (int seat = grade.from(); seat <= grade.to(); seat++) {
                all.add(new SeatView(seat, grade.grade(), grade.price(), SeatStatus.AVAILABLE));
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PART) {
            SeatView[] seats =
                    all.subList(from, Math.min(from + PART, all.size())).toArray(SeatView[]::new);
            parts.add(new Part(seats, new long[seats.length], 0));
        }
        return new SeatStates(parts.toArray(Part[]::new));
    }

    /** The same with these seats at this status since this version. */
    SeatStates with(List<Integer> numbers, SeatStatus status, long version) {
        return copy(numbers.stream().map(number -> (number - 1) / PART)).set(numbers, status, version);
    }

    /** The same with all that these rows say. */
    SeatStates withAll(List<DateProjection.SeatRow> rows) {
        SeatStates all = copy(IntStream.range(0, parts.length).boxed());
        rows.forEach(row -> all.set(row.seat(), row.status(), row.version()));
        return all;
    }

    /** A copy with parts of its own, which may be changed. */
    private SeatStates copy(Stream<Integer> own) {
        Part[] copies = parts.clone();
        own.distinct().forEach(i -> copies[i] = parts[i].copy());
        return new SeatStates(copies);
    }

    private SeatStates set(List<Integer> numbers, SeatStatus status, long version) {
        numbers.forEach(number -> set(number, status, version));
        return this;
    }

    private void set(int number, SeatStatus status, long version) {
        parts[(number - 1) / PART].set((number - 1) % PART, status, version);
    }

    /** All of them, in their order. */
    List<SeatView> all() {
        return new All(parts);
    }

    /** Those that came to their status after this version, in their order; -1: all. */
    List<SeatView> since(long version, Predicate<SeatView> wanted) {
        List<SeatView> found = new ArrayList<>();
        for (Part part : parts) {
            for (int i = 0; part.newest > version && i < part.seats.length; i++) {
                if (part.changed[i] > version && wanted.test(part.seats[i])) {
                    found.add(part.seats[i]);
                }
            }
        }
        return found;
    }

    /** The seat of this number. */
    SeatView seat(int number) {
        return parts[(number - 1) / PART].seats[(number - 1) % PART];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeatStates states && all().equals(states.all());
    }

    @Override
    public int hashCode() {
        return Arrays.stream(parts).mapToInt(part -> part.seats.length).sum();
    }
}
