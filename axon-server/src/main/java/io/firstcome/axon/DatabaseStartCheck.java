package io.firstcome.axon;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Waits for the database before the first bean is made: machines that start together must not depend on an order.
 *
 * <p>Only for one that does not answer. One that answers and refuses, a wrong password say, ends the start at once.
 */
final class DatabaseStartCheck implements BeanFactoryPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(DatabaseStartCheck.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String TIMEOUT_MILLIS = "2000";
    /** SQLSTATE class "connection exception". */
    private static final String NO_CONNECTION = "08";

    private final Environment environment;

    DatabaseStartCheck(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Duration limit = Binder.get(environment)
                .bindOrCreate("firstcome.event-store", EventStoreProperties.class)
                .startWait();
        String store = property("firstcome.event-store", "url");
        String views = property("spring.datasource", "url");
        if (store == null && views == null) {
            throw new DatabaseStartException(
                    "Set spring.datasource.url, the JDBC URL of the database, such as jdbc:mysql://HOST:3306/firstcome.",
                    null);
        }
        if (views != null) {
            await("spring.datasource", views, "spring.datasource", limit);
        }
        if (store != null && !store.equals(views)) {
            await("firstcome.event-store", store, "spring.datasource", limit);
        }
    }

    /** An empty one, as an environment variable may be, is none. */
    private @Nullable String property(String prefix, String name) {
        String value = environment.getProperty(prefix + "." + name);
        return value == null || value.isBlank() ? null : value;
    }

    /** @param otherwise where user and password stand when they are not below the first prefix */
    private void await(String prefix, String url, String otherwise, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean waited = false;
        while (true) {
            try (Connection connection = DriverManager.getConnection(url, login(prefix, otherwise))) {
                log.debug("The database of {} answers: {}", prefix, connection);
                if (waited) {
                    log.info("The database of {} answers", prefix);
                }
                return;
            } catch (SQLException e) {
                if (!mayPass(url, e)) {
                    throw new DatabaseStartException(
                            "The database of " + prefix + ".url, " + shown(url) + ", refuses: " + reason(e), e);
                }
                if (System.nanoTime() - end > 0) {
                    throw new DatabaseStartException(
                            "The database of " + prefix + ".url, " + shown(url) + ", did not answer within "
                                    + limit.toMillis() / 1_000.0 + " s: " + reason(e),
                            e);
                }
                if (!waited) {
                    log.warn("Waiting for the database of {}, {}: {}", prefix, shown(url), reason(e));
                    waited = true;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Properties login(String prefix, String otherwise) {
        Properties login = new Properties();
        login.setProperty("connectTimeout", TIMEOUT_MILLIS);
        login.setProperty("socketTimeout", TIMEOUT_MILLIS);
        set(login, "user", property(prefix, "username"), property(otherwise, "username"));
        set(login, "password", property(prefix, "password"), property(otherwise, "password"));
        return login;
    }

    private static void set(Properties login, String name, @Nullable String first, @Nullable String second) {
        String value = first == null ? second : first;
        if (value != null) {
            login.setProperty(name, value);
        }
    }

    private static boolean mayPass(String url, SQLException failure) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException noDriver) {
            return false;
        }
        String state = failure.getSQLState();
        return state != null && state.startsWith(NO_CONNECTION);
    }

    /** Without options and login, which may hold a password. */
    private static String shown(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
