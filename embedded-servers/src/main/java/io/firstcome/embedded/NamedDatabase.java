package io.firstcome.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that somebody else runs, named by system properties: {@code firstcome.test.mysql}, a JDBC URL without a database such as
 * {@code jdbc:mysql://localhost:3306}, and {@code firstcome.test.mysql.username} and {@code .password}, of a user who may create databases.
 *
 * <p>What the tests of one JVM have created there is dropped when the JVM ends in order.
 */
final class NamedDatabase implements TestDatabase {
    private static final String PROPERTY = "firstcome.test.mysql";

    private final String url;
    private final String username = System.getProperty(PROPERTY + ".username", "firstcome");
    private final String password = System.getProperty(PROPERTY + ".password", "firstcome");
    private final AtomicInteger databases = new AtomicInteger();
    private final List<String> created = new ArrayList<>();

    private NamedDatabase(String url) {
        this.url = url.replaceFirst("/+$", "") + "/";
        Runtime.getRuntime().addShutdownHook(new Thread(this::dropAll, "drop-test-databases"));
    }

    static boolean isNamed() {
        return !System.getProperty(PROPERTY, "").isBlank();
    }

    static NamedDatabase open() {
        return new NamedDatabase(Objects.requireNonNull(System.getProperty(PROPERTY)));
    }

    @Override
    public String freshDatabase() {
        String name = "firstcome_test_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
        execute("DROP DATABASE IF EXISTS " + name);
        execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        synchronized (created) {
            created.add(name);
        }
        return url + name;
    }

    @Override
    public String username() {
        return username;
    }

    @Override
    public String password() {
        return password;
    }

    private void dropAll() {
        synchronized (created) {
            created.forEach(name -> execute("DROP DATABASE IF EXISTS " + name));
        }
    }

    private void execute(String sql) {
        Properties login = new Properties();
        login.setProperty("user", username);
        login.setProperty("password", password);
        try (Connection connection = DriverManager.getConnection(url, login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new EmbeddedServerException(sql + " at " + url, e);
        }
    }
}
