package io.firstcome.query.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.contract.v1.Message;
import io.firstcome.events.EventFamilies;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What outsiders read. The texts under {@code messages} are published: a change of one is a new version of its message.
 *
 * <p>The events are those whose stored JSON is approved in axon-server, so that no event and no variant is left out.
 */
class TranslationTest {

    static List<StoredExample> examples() throws IOException, URISyntaxException {
        return StoredExample.all();
    }

    /** A message as the approved files have it: where it goes, what it is, and its JSON. */
    static String published(Object event) {
        Message message = Translation.of(event);
        SerializedObject<String> written = new MessageSerializer().serialize(message, String.class);
        assertThat(written.getType().getRevision()).isNull();
        return String.join(
                "\n",
                "topic " + CloudEventRecords.topic(message),
                "type " + written.getType().getName(),
                "key " + message.subject(),
                written.getData());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givenAStoredEvent_whenTranslated_thenTheMessageIsThePublishedOne(StoredExample example) {
        assertThat(published(example.event())).isEqualTo(example.published());
    }

    @Test
    void givenAllEvents_whenListed_thenEachHasAPublishedText() throws IOException, URISyntaxException {
        Set<Class<?>> covered =
                examples().stream().map(example -> example.event().getClass()).collect(Collectors.toSet());

        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(EventFamilies.eventTypes().toList());
    }

    /** Who holds a payment key can act on the payment; where a buyer lives and what they say is nobody's business. */
    @Test
    void givenSecrets_whenTheirEventsAreTranslated_thenNoMessageHasThem() throws IOException, URISyntaxException {
        List<String> secrets = List.of("paymentKey", "tviva20261120", "address", "서울", "마음이 바뀜");
        String stored = examples().stream().map(StoredExample::stored).collect(Collectors.joining());
        String sent =
                examples().stream().map(example -> published(example.event())).collect(Collectors.joining());

        assertThat(stored).contains(secrets);
        assertThat(secrets).noneMatch(sent::contains);
    }

    @Test
    void givenAnEventOfNoFamily_whenTranslated_thenItIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Translation.of("text"))
                .withMessageContaining("String");
    }
}
