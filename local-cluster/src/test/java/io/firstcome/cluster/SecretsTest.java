package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void givenNoSecrets_whenAskedFor_thenTheyAreMadeForTheOwnerAlone() throws IOException {
        Path file = folder.resolve("secrets.properties");

        Secrets secrets = Secrets.in(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Set.of(
                        secrets.database(),
                        secrets.redis(),
                        secrets.jwt(),
                        secrets.admission(),
                        secrets.routing(),
                        secrets.gatewayKey()))
                .hasSize(6)
                .allSatisfy(secret -> assertThat(secret).matches("[\\w-]{43,51}"));
        assertThat(secrets.toString()).doesNotContain(secrets.jwt());
    }

    @Test
    void givenSecrets_whenAskedForAgain_thenTheyAreTheSame() throws IOException {
        Path file = folder.resolve("secrets.properties");

        assertThat(Secrets.in(file)).isEqualTo(Secrets.in(file));
        assertThat(Secrets.in(folder.resolve("others"))).isNotEqualTo(Secrets.in(file));
    }

    @Test
    void givenUserAndRole_whenSigned_thenTheClaimsSayThem() {
        String token = AccessToken.sign("a secret of this test, and no other", "ann", "OPERATOR", Instant.EPOCH);

        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(claims).isEqualTo("{\"sub\":\"ann\",\"roles\":[\"OPERATOR\"],\"iat\":0,\"exp\":43200}");
    }

    @Test
    void givenNoUserOrRole_whenSigned_thenItSaysWhatIsOne() {
        assertThatThrownBy(() -> AccessToken.sign("s", "ann", "BOSS", Instant.EPOCH))
                .hasMessage("A role is one of ADMIN, AUDITOR, CUSTOMER, OPERATOR");
        assertThatThrownBy(() -> AccessToken.sign("s", "a\"b", "ADMIN", Instant.EPOCH))
                .isInstanceOf(ClusterException.class);
    }
}
