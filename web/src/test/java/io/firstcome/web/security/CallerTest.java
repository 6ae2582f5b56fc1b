package io.firstcome.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.problem.ProblemException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void givenAdmin_whenMade_thenOperatorAndAuditorAreIncludedButNotCustomer() {
        Caller admin = new Caller("a", Set.of(Role.ADMIN), null);
        assertThat(admin.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.OPERATOR, Role.AUDITOR);
    }

    @Test
    void givenCustomer_whenActingForAnother_thenForbidden() {
        Caller customer = new Caller("1", Set.of(Role.CUSTOMER), null);
        assertThatCode(() -> customer.requireSelfOrOperator("1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> customer.requireSelfOrOperator("2"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(403));
    }

    @Test
    void givenAuditor_whenActingForAnother_thenForbidden() {
        Caller auditor = new Caller("1", Set.of(Role.AUDITOR), null);
        assertThat(auditor.isSelfOrOperator("2")).isFalse();
        assertThat(new Caller("1", Set.of(Role.OPERATOR), null).isSelfOrOperator("2"))
                .isTrue();
    }
}
