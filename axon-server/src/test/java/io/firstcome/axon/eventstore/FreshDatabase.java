package io.firstcome.axon.eventstore;

import io.firstcome.embedded.TestDatabase;
import io.firstcome.embedded.TestServers;
import java.time.Duration;

/** Databases for tests of what is stored. */
public final class FreshDatabase {

    private FreshDatabase() {}

    /** An empty one without tables, for so many connections at a time; to be closed. */
    public static EventStoreDatabase open(int connections) {
        TestDatabase server = TestServers.database();
        return new EventStoreDatabase(
                server.freshDatabase(), server.username(), server.password(), connections, Duration.ofSeconds(30));
    }
}
