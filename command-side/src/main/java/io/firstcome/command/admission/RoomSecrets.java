package io.firstcome.command.admission;

import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.web.security.TokenIssuer;
import io.firstcome.web.start.InvalidConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What nobody outside may know: the key that signs admissions, and the seeds of shuffled rooms before they open. */
public final class RoomSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 32;

    private final byte[] secret;

    private RoomSecrets(byte[] secret) {
        this.secret = secret;
    }

    /**
     * From the setting, or else from the secret of access tokens.
     *
     * @param tokens null: access tokens are signed by an identity provider, and there is no secret of ours
     * @throws InvalidConfigurationException when there is none, or it is too short
     */
    static RoomSecrets of(AdmissionProperties properties, @Nullable TokenIssuer tokens) {
        String own = properties.secret();
        if (own != null && !own.isBlank()) {
            byte[] bytes = own.getBytes(StandardCharsets.UTF_8);
            if (bytes.length < MIN_BYTES) {
                throw new InvalidConfigurationException(
                        "firstcome.admission.secret must have at least " + MIN_BYTES + " bytes.");
            }
            return new RoomSecrets(bytes);
        }
        if (tokens == null) {
            throw new InvalidConfigurationException(
                    "Set firstcome.admission.secret: waiting rooms sign their admissions"
                            + " with it, and there is no firstcome.security.jwt-secret to make a key of.");
        }
        return new RoomSecrets(tokens.keyFor("admission"));
    }

    /** Signs admissions: 32 bytes. */
    byte[] admissionKey() {
        return of("admission");
    }

    /** The seed of a shuffled room, 64 hexadecimal digits: the same on each node and after each start. */
    public String seedOf(RoomId room) {
        return HexFormat.of().formatHex(of("shuffle " + room.value()));
    }

    private byte[] of(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
