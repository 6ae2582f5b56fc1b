package io.firstcome.query.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.firstcome.events.EventFamilies;
import io.firstcome.events.NotPublished;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What outsiders read. The texts under {@code messages} are published: a change of one is a new version of its message.
 *
 * <p>The events are those whose stored JSON is approved in axon-server, in all revisions, so that no event and no variant is
 * left out, and a new revision still has the message of the old one.
 */
class MessageContractTest {

    static List<StoredExample> examples() throws IOException, URISyntaxException {
        return StoredExample.all();
    }

    /** The marked accessors, of events, their families and their parts. */
    private static List<Method> notPublished() {
        return new ClassFileImporter()
                .importPackages("io.firstcome.events").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(NotPublished.class))
                        .map(method -> method.reflect())
                        .toList();
    }

    /** A message as the approved files have it: where it goes, what it is, and its JSON. */
    private static String published(Object event) {
        Message message = Message.of(event);
        return String.join(
                "\n",
                "topic " + message.topic(),
                "type " + message.type(),
                "key " + message.key(),
                new String(message.json(), UTF_8));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givenAStoredEvent_whenPublished_thenTheMessageIsTheApprovedOne(StoredExample example) {
        assertThat(published(example.event())).isEqualTo(example.published());
    }

    @Test
    void givenAllEvents_whenListed_thenEachHasAnApprovedMessage() throws IOException, URISyntaxException {
        Set<Class<?>> covered =
                examples().stream().map(example -> example.event().getClass()).collect(Collectors.toSet());

        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(EventFamilies.eventTypes().toList());
    }

    /** The texts of {@code reason} are a person's; the parts of a failed refund came after the first version of its message. */
    @Test
    void givenWhatIsNotPublished_whenListed_thenItIsThis() {
        assertThat(notPublished())
                .extracting(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .containsExactlyInAnyOrder(
                        "CouponClosed.reason",
                        "CouponPiece.expiresAt",
                        "OrderPaymentStarted.paymentKey",
                        "OrderPlaced.address",
                        "OrderRefundStarted.reason",
                        "PaymentRefundFailed.card",
                        "PaymentRefundFailed.coupon",
                        "PaymentRefundFailed.owed",
                        "PaymentRefundStarted.paymentKey",
                        "PaymentRefundStarted.reason",
                        "PaymentRequested.paymentKey",
                        "WalletEvent.walletId");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givenWhatIsNotPublished_whenItsEventIs_thenTheMessageLacksIt(StoredExample example) {
        Object event = example.event();
        JsonNode message = JsonMapper.shared().readTree(Message.of(event).json());

        assertThat(notPublished())
                .filteredOn(method -> method.getDeclaringClass().isInstance(event))
                .extracting(Method::getName)
                .noneMatch(message::has);
    }

    /** Who holds a payment key can act on the payment; where a buyer lives and what they say is nobody's business. */
    @Test
    void givenSecrets_whenTheirEventsArePublished_thenNoMessageHasThem() throws IOException, URISyntaxException {
        List<String> secrets = List.of("paymentKey", "tviva20261120", "address", "서울", "마음이 바뀜");
        String stored = examples().stream().map(StoredExample::stored).collect(Collectors.joining());
        String sent =
                examples().stream().map(example -> published(example.event())).collect(Collectors.joining());

        assertThat(stored).contains(secrets);
        assertThat(secrets).noneMatch(sent::contains);
    }

    @Test
    void givenAnEventOfNoFamily_whenPublished_thenItIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.of("text"))
                .withMessageContaining("String");
    }
}
