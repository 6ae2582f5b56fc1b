package io.firstcome.benchmarks.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The MariaDB of the measured system, seen from outside. */
public record Database(int port) {

    static final String USER = "firstcome";
    static final String PASSWORD = "firstcome";

    /** The driver as the one-process run sets it up. */
    private static final String OPTIONS = "?useInformationSchema=false&rewriteBatchedStatements=true"
            + "&cachePrepStmts=true&prepStmtCacheSize=256&prepStmtCacheSqlLimit=8192&useServerPrepStmts=false"
            + "&cacheServerConfiguration=true&useLocalSessionState=true&elideSetAutoCommits=true"
            + "&maintainTimeStats=false&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
            + "&preserveInstants=true&characterEncoding=UTF-8&sslMode=DISABLED&connectTimeout=5000";

    /** The JDBC URL of a database on it. */
    String url(String name) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + name + OPTIONS;
    }

    /** A connection to the database of the measured system. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url("firstcome"), USER, PASSWORD);
    }

    /** Makes a database of its own for a baseline, empty. */
    String fresh(String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the database " + name, e);
        }
    }

    /** The first column of all rows of a query, as text. */
    public List<String> column(String sql) {
        return column(sql, 1);
    }

    /** That column of all rows of a query, as text. */
    public List<String> column(String sql, int number) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(String.valueOf(result.getString(number)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A variable of the server. */
    public String variable(String name) {
        List<String> values = column(
                "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_VARIABLES WHERE VARIABLE_NAME = '" + name + "'");
        return values.isEmpty() ? "unknown" : values.getFirst();
    }
}
