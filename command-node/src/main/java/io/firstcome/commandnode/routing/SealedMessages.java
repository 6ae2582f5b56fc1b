package io.firstcome.commandnode.routing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.Message;
import org.jgroups.PhysicalAddress;
import org.jgroups.stack.Protocol;
import org.jgroups.util.ByteArray;
import org.jgroups.util.FastArray;
import org.jgroups.util.MessageBatch;
import org.jgroups.util.Util;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts and authenticates whole messages, with their headers, sender and receiver, by AES-GCM under a secret that all members share.
 * What can't be opened is dropped.
 *
 * <p>JGroups' own SYM_ENCRYPT leaves headers in clear, and lets messages without a payload through as they are, so that a stranger
 * could join.
 */
final class SealedMessages extends Protocol {

    private static final Logger logger = LoggerFactory.getLogger(SealedMessages.class);
    private static final byte[] PURPOSE = "firstcome command nodes".getBytes(StandardCharsets.UTF_8);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());

    SealedMessages(String secret) throws GeneralSecurityException {
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                                .thenExpand(PURPOSE, KEY_BYTES));
    }

    @Override
    public @Nullable Object down(Message message) {
        try {
            return down_prot.down(seal(message));
        } catch (Exception e) {
            throw new IllegalStateException("A message can't be encrypted", e);
        }
    }

    private Message seal(Message message) throws Exception {
        if (message.getSrc() == null) {
            message.setSrc(local_addr);
        }
        ByteArray clear = Util.messageToBuffer(message);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0);
        byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(clear.getLength())];
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        cipher.doFinal(clear.getArray(), clear.getOffset(), clear.getLength(), sealed, NONCE_BYTES);
        Message outer = new BytesMessage(message.getDest(), sealed).setSrc(message.getSrc());
        outer.setFlag(message.getFlags(false), false);
        outer.setFlag(message.getFlags(true), true);
        return outer;
    }

    private Cipher cipher(int mode, byte[] bytes, int offset) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, bytes, offset, NONCE_BYTES));
        return cipher;
    }

    @Override
    public @Nullable Object up(Message message) {
        Message opened = open(message);
        return opened == null ? null : up_prot.up(opened);
    }

    @Override
    public void up(MessageBatch batch) {
        @SuppressWarnings("unchecked") // what a batch iterates with
        FastArray<Message>.FastIterator messages = (FastArray<Message>.FastIterator) batch.iterator();
        while (messages.hasNext()) {
            Message opened = open(messages.next());
            if (opened != null && Objects.equals(opened.getSrc(), batch.sender())) {
                messages.replace(opened);
            } else {
                messages.remove();
            }
        }
        if (!batch.isEmpty()) {
            up_prot.up(batch);
        }
    }

    /** Null when it was not made by a member for this one. */
    private @Nullable Message open(Message message) {
        try {
            byte[] sealed = message.getArray();
            int offset = message.getOffset();
            byte[] clear = cipher(Cipher.DECRYPT_MODE, sealed, offset)
                    .doFinal(sealed, offset + NONCE_BYTES, message.getLength() - NONCE_BYTES);
            Message opened = Util.messageFromBuffer(clear, 0, clear.length);
            Address receiver = opened.getDest();
            // Who looks for members does not know their names yet, and sends to hosts.
            if (receiver == null || receiver instanceof PhysicalAddress || receiver.equals(local_addr)) {
                return opened;
            }
            warn(message, "it is for another member");
        } catch (Exception e) {
            warn(message, e.toString());
        }
        return null;
    }

    private void warn(Message message, String reason) {
        long now = System.nanoTime();
        long due = nextWarning.get();
        if (now - due >= 0 && nextWarning.compareAndSet(due, now + BETWEEN_WARNINGS)) {
            logger.warn("A message from {} was dropped, it has another secret or none: {}", message.getSrc(), reason);
        }
    }
}
