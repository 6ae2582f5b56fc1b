package io.firstcome.commandnode.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.EmptyMessage;
import org.jgroups.Message;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.GMS.GmsHeader;
import org.jgroups.stack.Protocol;
import org.jgroups.util.MessageBatch;
import org.jgroups.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealedMessagesTest {

    private static final String SECRET = "a-secret-of-this-test-with-32-bytes-or-more";
    private static final byte[] TEXT = "a command with a key".getBytes(StandardCharsets.UTF_8);

    private final Address sender = UUID.randomUUID();
    private final Address receiver = UUID.randomUUID();
    private final Ends sending = new Ends(sender, SECRET);
    private final Ends receiving = new Ends(receiver, SECRET);

    /** The protocol between one that takes what it sends and one that takes what it lets through. */
    private static final class Ends {

        private final SealedMessages sealed;
        private final List<Message> sent = new ArrayList<>();
        private final List<Message> received = new ArrayList<>();

        Ends(Address self, String secret) {
            try {
                sealed = new SealedMessages(secret);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            sealed.addr(self);
            sealed.setDownProtocol(new Protocol() {
                @Override
                public @Nullable Object down(Message message) {
                    sent.add(message);
                    return null;
                }
            });
            sealed.setUpProtocol(new Protocol() {
                @Override
                public @Nullable Object up(Message message) {
                    received.add(message);
                    return null;
                }

                @Override
                public void up(MessageBatch batch) {
                    batch.forEach(received::add);
                }
            });
        }
    }

    private Message sealed(Message message) {
        sending.sealed.down(message);
        return sending.sent.getLast();
    }

    /** A message to the receiver with a header of JGroups and a flag. */
    private Message message() {
        Message message = new BytesMessage(receiver, TEXT);
        message.putHeader((short) 1, new GmsHeader(GmsHeader.JOIN_REQ, sender));
        return message.setFlag(Message.Flag.OOB);
    }

    @Test
    void givenMessage_whenSent_thenAllOfItArrivesAndNothingIsInClear() {
        Message outer = sealed(message());

        receiving.sealed.up(outer);

        assertThat(outer.printHeaders()).doesNotContain(GMS.class.getSimpleName());
        assertThat(new String(outer.getArray(), StandardCharsets.ISO_8859_1)).doesNotContain("command");
        assertThat(receiving.received).singleElement().satisfies(message -> {
            assertThat(message.getSrc()).isEqualTo(sender);
            assertThat(message.getDest()).isEqualTo(receiver);
            assertThat(Arrays.copyOfRange(
                            message.getArray(), message.getOffset(), message.getOffset() + message.getLength()))
                    .isEqualTo(TEXT);
            assertThat(message.isFlagSet(Message.Flag.OOB)).isTrue();
            assertThat(Objects.<Object>requireNonNull(message.getHeader((short) 1)))
                    .isInstanceOf(GmsHeader.class);
        });
    }

    @Test
    void givenMessageWithoutPayload_whenSent_thenItIsSealedToo() {
        Message empty = new EmptyMessage(receiver);
        empty.putHeader((short) 1, new GmsHeader(GmsHeader.JOIN_REQ, sender));

        receiving.sealed.up(sealed(empty));
        receiving.sealed.up(empty);

        assertThat(receiving.received).hasSize(1);
    }

    @Test
    void givenAnyByteChanged_whenReceived_thenDropped() {
        byte[] bytes = sealed(message()).getArray();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            receiving.sealed.up(new BytesMessage(receiver, changed).setSrc(sender));
        }
        receiving.sealed.up(new BytesMessage(receiver, new byte[5]).setSrc(sender));

        assertThat(receiving.received).isEmpty();
    }

    @Test
    void givenOtherSecret_whenReceived_thenDropped() {
        Ends other = new Ends(receiver, SECRET + "!");

        other.sealed.up(sealed(message()));

        assertThat(other.received).isEmpty();
    }

    @Test
    void givenMessageForAnother_whenReceived_thenDropped() {
        Ends third = new Ends(UUID.randomUUID(), SECRET);

        third.sealed.up(sealed(message()));

        assertThat(third.received).isEmpty();
    }

    @Test
    void givenBatchOfSeveral_whenReceived_thenOnlyThoseOfItsSenderArrive() {
        Ends third = new Ends(UUID.randomUUID(), SECRET);
        third.sealed.down(message());
        MessageBatch batch = new MessageBatch(10).dest(receiver).sender(sender);
        batch.add(sealed(message()));
        batch.add(third.sent.getFirst());
        batch.add(new BytesMessage(receiver, TEXT).setSrc(sender));
        batch.add(sealed(new BytesMessage(null, TEXT)));

        receiving.sealed.up(batch);

        assertThat(receiving.received).hasSize(2).allMatch(message -> sender.equals(message.getSrc()));
    }
}
