package io.firstcome.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.embedded.EmbeddedMariaDb;
import io.firstcome.embedded.TestServers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** What the start does with a database that is not as it should be. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseStartCheckIT {

    private final EmbeddedMariaDb server = TestServers.mariaDb();

    private static void check(String url, String password, String limit) {
        new DatabaseStartCheck(new MockEnvironment()
                        .withProperty("spring.datasource.url", url)
                        .withProperty("spring.datasource.username", "firstcome")
                        .withProperty("spring.datasource.password", password)
                        .withProperty("firstcome.event-store.start-wait", limit))
                .postProcessBeanFactory(new DefaultListableBeanFactory());
    }

    @Test
    void givenDatabaseThatAnswers_whenChecked_thenTheStartGoesOn() {
        assertThatCode(() -> check(server.jdbcUrl(), "firstcome", "1s")).doesNotThrowAnyException();
    }

    @Test
    void givenDatabaseThatIsAway_whenItComes_thenTheStartGoesOn(CapturedOutput output) throws Exception {
        server.stop();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> start = thread.submit(() -> check(server.jdbcUrl(), "firstcome", "1m"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> output.getOut().contains("Waiting for the database of spring.datasource"));
            server.start();
            start.get(1, TimeUnit.MINUTES);
        } finally {
            server.start();
        }
        assertThat(output.getOut()).contains("The database of spring.datasource answers");
    }

    @Test
    void givenDatabaseThatStaysAway_whenTheTimeIsOver_thenTheReasonIsTold() {
        assertThatThrownBy(() -> check("jdbc:mysql://127.0.0.1:1/firstcome?password=hidden", "firstcome", "10ms"))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessage("The database of spring.datasource.url, jdbc:mysql://127.0.0.1:1/firstcome, did not answer"
                        + " within 0.01 s: Connection refused");
    }

    @Test
    void givenNoUrlOrOneOfNoDatabase_whenChecked_thenItIsToldAtOnce() {
        assertThatThrownBy(() -> check("", "firstcome", "10m"))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageStartingWith("Set spring.datasource.url");
        assertThatThrownBy(() -> check("jdbc:nothing", "firstcome", "10m"))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("No suitable driver");
    }

    @Test
    void givenWrongPassword_whenChecked_thenItIsToldAtOnce() {
        assertThatThrownBy(() -> check(server.jdbcUrl(), "wrong", "10m"))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("refuses: Access denied for user 'firstcome'");
    }

    @Test
    void givenDatabaseThatDoesNotExist_whenChecked_thenItIsToldAtOnce() {
        assertThatThrownBy(() -> check(server.jdbcUrl("nothing"), "firstcome", "10m"))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("refuses: ")
                .hasMessageContaining("nothing");
    }
}
