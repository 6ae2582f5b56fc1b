package io.firstcome.web.login;

import io.firstcome.web.login.UserDirectory.KnownUser;
import io.firstcome.web.openapi.AlsoAnswers;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.ForPublic;
import io.firstcome.web.security.TokenIssuer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
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
    private final Passwords passwords = new Passwords();
    private final FailureBrake byUser;
    private final FailureBrake byAddress;

    LoginController(UserDirectory users, TokenIssuer issuer, FailureBrake byUser, FailureBrake byAddress) {
        this.users = users;
        this.issuer = issuer;
        this.byUser = byUser;
        this.byAddress = byAddress;
    }

    @PostMapping("/token")
    @ForPublic
    @AlsoAnswers({ProblemCode.BAD_CREDENTIALS, ProblemCode.TOO_MANY_REQUESTS})
    @Operation(
            summary = "Log in",
            description = "Gives an access token for a username and a password. Failures are limited per minute.")
    LoginResponse token(@Valid @RequestBody LoginRequest login, HttpServletRequest request) {
        String username = login.username();
        String password = login.password();
        String address = request.getRemoteAddr();
        Runnable brake = () -> {
            byUser.check(username);
            byAddress.check(address);
        };
        brake.run();
        KnownUser user = users.find(username);
        boolean hashable = password.getBytes(StandardCharsets.UTF_8).length <= MAX_BCRYPT_BYTES;
        boolean right = hashable && passwords.matches(password, user == null ? null : user.passwordHash(), brake);
        if (!right || user == null) {
            byUser.failed(username);
            byAddress.failed(address);
            throw ProblemException.of(ProblemCode.BAD_CREDENTIALS, null);
        }
        return new LoginResponse(
                issuer.issue(user.userId(), user.roles(), user.tier()),
                "Bearer",
                issuer.lifetime().toSeconds());
    }
}
