package io.firstcome.web.login;

import io.firstcome.web.login.LoginThrottle.Attempt;
import io.firstcome.web.login.LoginThrottle.Verdict;
import io.firstcome.web.login.UserDirectory.KnownUser;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.ForPublic;
import io.firstcome.web.security.TokenIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues access tokens. */
@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "auth", description = "Access tokens")
class LoginController {

    private static final int MAX_BCRYPT_BYTES = 72;

    private final UserDirectory users;
    private final TokenIssuer issuer;
    private final LoginThrottle throttle;
    private final ClientAddresses addresses;
    private final KnownDevices devices;
    private final MeterRegistry metrics;
    private final Passwords passwords = new Passwords();

    LoginController(
            UserDirectory users,
            TokenIssuer issuer,
            LoginThrottle throttle,
            ClientAddresses addresses,
            KnownDevices devices,
            MeterRegistry metrics) {
        this.users = users;
        this.issuer = issuer;
        this.throttle = throttle;
        this.addresses = addresses;
        this.devices = devices;
        this.metrics = metrics;
    }

    @PostMapping("/token")
    @ForPublic
    @AlsoAnswers({ProblemCode.BAD_CREDENTIALS, ProblemCode.TOO_MANY_REQUESTS})
    @Operation(
            summary = "Log in",
            description = "Gives an access token for a username and a password. Failures of a username from one network"
                    + " address are limited per minute. The cookie of the answer makes the device known: with it, what"
                    + " others try with the same username does not matter.")
    LoginResponse issueToken(
            @Valid @RequestBody LoginRequest login, HttpServletRequest request, HttpServletResponse response) {
        String username = login.username();
        Attempt attempt = new Attempt(username, addresses.of(request), devices.find(request, username));
        boolean isSlow = mayTry(attempt) == Verdict.SLOW;
        KnownUser user = users.find(username);
        boolean right = isRight(login.password(), user, isSlow, attempt);
        if (!right || user == null) {
            throttle.failed(attempt);
            count("wrong", attempt);
            throw ProblemException.of(ProblemCode.BAD_CREDENTIALS, null);
        }
        count("accepted", attempt);
        response.addHeader(
                HttpHeaders.SET_COOKIE, devices.cookie(request, username).toString());
        return new LoginResponse(
                issuer.issue(user.userId(), user.roles(), user.tier()),
                "Bearer",
                issuer.lifetime().toSeconds());
    }

    private boolean isRight(String password, @Nullable KnownUser user, boolean isSlow, Attempt attempt) {
        boolean hashable = password.getBytes(StandardCharsets.UTF_8).length <= MAX_BCRYPT_BYTES;
        return hashable
                && passwords.matches(
                        password, user == null ? null : user.passwordHash(), isSlow, () -> mayTry(attempt));
    }

    /** Asked when the request comes, and again when it is its turn: many may have failed meanwhile. */
    private Verdict mayTry(Attempt attempt) {
        Verdict verdict = throttle.of(attempt);
        if (verdict == Verdict.REFUSED) {
            count("refused", attempt);
            throw ProblemException.of(ProblemCode.TOO_MANY_REQUESTS, "Too many failed attempts. Wait a minute.")
                    .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(LoginThrottle.WINDOW.toSeconds()));
        }
        return verdict;
    }

    private void count(String outcome, Attempt attempt) {
        metrics.counter("firstcome.logins", "outcome", outcome, "device", attempt.device() == null ? "new" : "known")
                .increment();
    }

    /** Credentials. The password is not part of its text form. */
    record LoginRequest(
            @Schema(example = "1") @NotBlank @Size(max = 64) String username,

            @Schema(example = "password", format = "password") @NotBlank @Size(max = 72)
            String password) {

        @Override
        public String toString() {
            return "LoginRequest[" + username + "]";
        }
    }

    /**
     * An access token.
     *
     * @param accessToken to send as {@code Authorization: Bearer …}
     * @param tokenType always {@code Bearer}
     * @param expiresIn seconds until it expires
     */
    record LoginResponse(
            @Schema(example = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl")
            String accessToken,

            @Schema(example = "Bearer") String tokenType,

            @Schema(example = "3600") long expiresIn) {

        @Override
        public String toString() {
            return "LoginResponse[" + expiresIn + "]";
        }
    }
}
