package io.firstcome.web;

import io.firstcome.web.app.TestApplication;
import io.firstcome.web.app.ThingController;
import io.firstcome.web.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The test application on a real Tomcat, shared by the tests that extend it. */
@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("standalone")
abstract class WebIT {

    static final String CUSTOMER = Http.bearer("1", Role.CUSTOMER);
    static final String OPERATOR = Http.bearer("operator", Role.OPERATOR);
    static final String AUDITOR = Http.bearer("auditor", Role.AUDITOR);
    static final String ADMIN = Http.bearer("admin", Role.ADMIN);
    static final String THING = "/api/v1/thing";
    static final String VALID = "{\"userId\":1,\"name\":\"Welcome\",\"quantity\":10,\"small\":1}";

    @LocalServerPort
    private int port;

    @Autowired
    protected ThingController things;

    protected Http http;

    int port() {
        return port;
    }

    @BeforeEach
    void connect() {
        http = new Http(port);
    }
}
