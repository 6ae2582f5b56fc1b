package io.firstcome.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.firstcome.web.app.TestApplication;
import io.firstcome.web.security.SecuritySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens of an identity provider, verified with the keys that it publishes. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.server.port=0")
class JwksIT {

    private static final RSAKey KEY = key("known");
    private static final HttpServer PROVIDER = provider();
    private static volatile boolean down;

    @LocalServerPort
    private int port;

    private Http http;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add(
                "firstcome.security.jwks-uri",
                () -> "http://localhost:" + PROVIDER.getAddress().getPort() + "/jwks");
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop(0);
    }

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpServer provider() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks", exchange -> {
                byte[] keys = new JWKSet(KEY).toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(down ? 500 : 200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String token(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(keyId).build(),
                new JWTClaimsSet.Builder()
                        .subject("1")
                        .claim("roles", List.of("CUSTOMER"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
        token.sign(signer);
        return "Bearer " + token.serialize();
    }

    private Http.Answer make(String token) {
        return http.post(WebIT.THING, WebIT.VALID, "Authorization", token);
    }

    @Test
    void givenProvidersTokens_whenAsked_thenOnlyTheSignedOnesAreLetIn() throws JOSEException {
        down = true;
        String good = token(JWSAlgorithm.RS256, "known", new RSASSASigner(KEY));
        assertThat(make(good).isProblem(503, "UNAVAILABLE").header("Retry-After"))
                .isEqualTo("1");

        down = false;
        assertThat(make(good).status()).isEqualTo(201);
        assertThat(make(token(JWSAlgorithm.PS256, "known", new RSASSASigner(KEY)))
                        .status())
                .isEqualTo(201);
        make(token(JWSAlgorithm.RS256, "known", new RSASSASigner(key("known")))).isProblem(401, "UNAUTHENTICATED");
        make(token(JWSAlgorithm.RS256, "unknown", new RSASSASigner(key("unknown"))))
                .isProblem(401, "UNAUTHENTICATED");

        // The public key taken for a shared secret, and a secret that is not trusted here.
        byte[] publicKey = KEY.toRSAPublicKey().getEncoded();
        make(token(JWSAlgorithm.HS256, "known", new MACSigner(publicKey))).isProblem(401, "UNAUTHENTICATED");
        byte[] secret = SecuritySettings.STANDALONE_SECRET.getBytes(StandardCharsets.UTF_8);
        make(token(JWSAlgorithm.HS256, "known", new MACSigner(secret))).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void givenProvider_whenSomebodyLogsInHere_thenThereIsNoSuchEndpoint() {
        http.post("/api/v1/auth/token", "{}").isProblem(404, "NOT_FOUND");
        assertThat(http.get("/v3/api-docs").json().path("paths").has("/api/v1/auth/token"))
                .isFalse();
    }
}
