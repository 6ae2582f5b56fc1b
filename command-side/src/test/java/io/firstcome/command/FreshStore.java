package io.firstcome.command;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.embedded.TestDatabase;
import io.firstcome.embedded.TestServers;
import java.time.Duration;

/** Event stores for tests with a database. */
public final class FreshStore {

    private FreshStore() {}

    /** An empty one, with all its tables; to be closed. */
    public static EventStoreDatabase open() {
        TestDatabase server = TestServers.database();
        EventStoreDatabase database = new EventStoreDatabase(
                server.freshDatabase(), server.username(), server.password(), 4, Duration.ofSeconds(5));
        database.migrate();
        return database;
    }
}
