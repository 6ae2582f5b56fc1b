package io.firstcome.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.axon.upcasting.Upcasters;
import io.firstcome.events.EventFamilies;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was stored once is read for ever: the JSON of every event and revision is held by an approved file. */
class EventContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Serializer serializer = Serializers.forEvents();

    static List<EventExample> examples() {
        return EventExamples.ALL;
    }

    static List<EventExample> oldExamples() {
        return EventExamples.OLD;
    }

    static Stream<Class<?>> eventTypes() {
        return EventFamilies.eventTypes();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givenExample_whenStored_thenItIsTheApprovedJson(EventExample example) {
        SerializedObject<String> stored = serializer.serialize(example.event(), String.class);

        assertThat(stored.getData()).isEqualTo(example.approved());
        assertThat(stored.getType().getName()).isEqualTo(example.name());
        assertThat(stored.getType().getRevision()).isEqualTo(example.revision());
        assertThat(serializer.serialize(example.event(), byte[].class).getData())
                .isEqualTo(example.approved().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givenApprovedJson_whenRead_thenItIsTheExample(EventExample example) {
        assertThat(read(example, example.approved())).isEqualTo(example.event());
    }

    @ParameterizedTest
    @MethodSource("oldExamples")
    void givenApprovedJsonOfAnOldRevision_whenRead_thenItIsTheEventOfToday(EventExample example) {
        assertThat(read(example, example.approved())).isEqualTo(example.event());
        assertThat(example.revision()).isNotEqualTo(revisionOf(example.event().getClass()));
    }

    /** The negative control: what an upcaster adds may be what a missing field is read as, but not for all of them. */
    @Test
    void givenApprovedJsonOfOldRevisions_whenReadWithoutUpcasters_thenSomeAreOtherEvents() {
        assertThat(EventExamples.OLD).anySatisfy(example -> {
            SerializedObject<String> stored =
                    new SimpleSerializedObject<>(example.approved(), String.class, example.name(), example.revision());

            assertThat(serializer.<String, Object>deserialize(stored)).isNotEqualTo(example.event());
        });
    }

    @ParameterizedTest
    @MethodSource("eventTypes")
    void givenEventType_whenLookedUp_thenItHasAnApprovedFileOfItsRevision(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        assertThat(revision).as("@Revision of %s", type).isNotNull();

        assertThat(EventExamples.ALL)
                .as("examples of %s, revision %s", type, revision.value())
                .anyMatch(example -> example.event().getClass().equals(type)
                        && example.file().matches("[a-z]+/" + type.getSimpleName() + "-" + revision.value()));
    }

    @Test
    void givenApprovedFiles_whenListed_thenEachHasItsExample() throws IOException, URISyntaxException {
        Path contracts = Path.of(Objects.requireNonNull(EventContractTest.class.getResource("/contracts"))
                .toURI());
        try (Stream<Path> files = Files.walk(contracts)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> contracts.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(EventExamples.ALL, EventExamples.OLD)
                            .flatMap(List::stream)
                            .map(example -> example.file() + ".json")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givenFieldsOfALaterVersion_whenRead_thenTheyAreIgnored(EventExample example) {
        ObjectNode json = (ObjectNode) JSON.readTree(example.approved());
        json.put("later", "text").putObject("laterObject").putArray("deep").add(1);

        assertThat(read(example, json.toString())).isEqualTo(example.event());
    }

    @Test
    void givenOptionalFieldThatIsAbsentOrNull_whenRead_thenItIsNullAndTheRestIsThere()
            throws ReflectiveOperationException {
        List<String> checked = new ArrayList<>();
        for (EventExample example : EventExamples.ALL) {
            for (RecordComponent optional : optionalFields(example)) {
                ObjectNode absent = (ObjectNode) JSON.readTree(example.approved());
                absent.remove(optional.getName());
                ObjectNode explicit = absent.deepCopy().putNull(optional.getName());

                Object event = read(example, absent.toString());
                assertThat(read(example, explicit.toString())).isEqualTo(event);
                assertSameBut(optional.getName(), event, example.event());
                checked.add(optional.getName());
            }
        }
        assertThat(checked).contains("issueFrom", "issueUntil", "requiredTier");
    }

    private static void assertSameBut(String absent, Object event, Object whole) throws ReflectiveOperationException {
        for (RecordComponent field : whole.getClass().getRecordComponents()) {
            Object expected =
                    field.getName().equals(absent) ? null : field.getAccessor().invoke(whole);
            assertThat(field.getAccessor().invoke(event)).as(field.getName()).isEqualTo(expected);
        }
    }

    @Test
    void givenPrimitiveThatWasAddedLater_whenAbsent_thenItIsZeroOrFalse() throws ReflectiveOperationException {
        List<String> checked = new ArrayList<>();
        for (EventExample example : EventExamples.ALL) {
            for (RecordComponent field : example.event().getClass().getRecordComponents()) {
                if (field.getType().isPrimitive()) {
                    ObjectNode absent = (ObjectNode) JSON.readTree(example.approved());
                    absent.remove(field.getName());

                    Object value = field.getAccessor().invoke(read(example, absent.toString()));
                    assertThat(value).as(field.getName()).isIn(0, 0L, false);
                    checked.add(field.getName());
                }
            }
        }
        assertThat(checked).contains("quantity", "minOrderAmount", "serial", "whole");
    }

    @Test
    void givenUnknownEventName_whenRead_thenItIsMarkedUnknown() {
        assertThat(serializer.<String, Object>deserialize(
                        new SimpleSerializedObject<>("{}", String.class, "CouponPainted", "1")))
                .isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void givenChangedShape_whenComparedWithTheApprovedJson_thenTheContractNotices() {
        EventExample issued = EventExamples.ALL.stream()
                .filter(example -> example.name().equals("CouponIssued"))
                .findFirst()
                .orElseThrow();
        EventExample renamed = new EventExample(issued.file(), new RenamedField("1"));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> givenExample_whenStored_thenItIsTheApprovedJson(renamed));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> givenEventType_whenLookedUp_thenItHasAnApprovedFileOfItsRevision(NewEvent.class));
    }

    /** Not approved: the negative control. */
    record RenamedField(String coupon) {}

    @Revision("1")
    record NewEvent(String coupon) {}

    private static List<RecordComponent> optionalFields(EventExample example) {
        return Arrays.stream(example.event().getClass().getRecordComponents())
                .filter(field -> field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .toList();
    }

    private static String revisionOf(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(Revision.class)).value();
    }

    /** As the event store reads it: through the upcasters. */
    private Object read(EventExample example, String json) {
        return new UpcastingSerializer(serializer, Upcasters.chain())
                .deserialize(new SimpleSerializedObject<>(json, String.class, example.name(), example.revision()));
    }
}
