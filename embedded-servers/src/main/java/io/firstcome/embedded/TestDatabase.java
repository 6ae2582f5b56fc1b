package io.firstcome.embedded;

/** A MariaDB or MySQL server for tests: the embedded one, or one that runs anyway. */
public interface TestDatabase {

    /** Creates a database that nobody has used and returns its JDBC URL, for MySQL's Connector/J. */
    String freshDatabase();

    String username();

    String password();
}
