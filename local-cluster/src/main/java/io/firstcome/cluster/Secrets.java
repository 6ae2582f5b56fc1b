package io.firstcome.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Properties;

/**
 * What the members authenticate with: made at random at the first start, 256 bits each, as letters, digits, hyphens and
 * underscores.
 *
 * @param jwt signs access tokens
 * @param admission signs the admissions of waiting rooms
 * @param routing encrypts what the command nodes send each other
 * @param gatewayKey the shop's key at the card gateway
 */
record Secrets(String database, String redis, String jwt, String admission, String routing, String gatewayKey) {
    private static final int BYTES = 32;

    /** Those of the file; makes it when it is not there. */
    static Secrets in(Path file) throws IOException {
        if (Files.notExists(file)) {
            PrivateFile.write(
                    file,
                    "database=" + random() + "\nredis=" + random() + "\njwt=" + random() + "\nadmission=" + random()
                            + "\nrouting=" + random() + "\ngateway-key=test_sk_" + random() + "\n");
        }
        Properties kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        return new Secrets(
                value(kept, "database"),
                value(kept, "redis"),
                value(kept, "jwt"),
                value(kept, "admission"),
                value(kept, "routing"),
                value(kept, "gateway-key"));
    }

    private static String value(Properties kept, String name) {
        return Objects.requireNonNull(kept.getProperty(name), "no secret named " + name);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
