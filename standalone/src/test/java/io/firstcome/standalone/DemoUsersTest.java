package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.login.UserDirectory.KnownUser;
import io.firstcome.web.security.Role;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class DemoUsersTest {
    private final DemoUsers users = new DemoUsers();

    @ParameterizedTest
    @CsvSource({
        "1,password,CUSTOMER",
        "42,password,CUSTOMER",
        "100,password,CUSTOMER",
        "operator,operator,OPERATOR",
        "auditor,auditor,AUDITOR",
        "admin,admin,ADMIN"
    })
    void givenDocumentedUser_whenFound_thenPasswordAndRoleAreAsDocumented(String name, String password, Role role) {
        KnownUser user = Objects.requireNonNull(users.find(name));

        assertThat(user.userId()).isEqualTo(name);
        assertThat(user.roles()).containsExactly(role);
        assertThat(new BCryptPasswordEncoder().matches(password, user.passwordHash()))
                .isTrue();
        assertThat(new BCryptPasswordEncoder().matches("wrong", user.passwordHash()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "01", "-1", "１", "Operator", " 1"})
    void givenAnyOtherName_whenLookedFor_thenThereIsNobody(String name) {
        assertThat(users.find(name)).isNull();
    }

    @Test
    void givenStaff_whenFound_thenNoneIsACustomer() {
        KnownUser operator = Objects.requireNonNull(users.find("operator"));

        assertThat(operator.roles()).doesNotContain(Role.CUSTOMER);
    }
}
