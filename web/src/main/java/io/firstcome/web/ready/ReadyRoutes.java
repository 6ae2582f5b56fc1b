package io.firstcome.web.ready;

import java.util.List;

/** The routes of this application: none before all controllers are known. */
final class ReadyRoutes {

    private volatile List<ReadyRoute> all = List.of();

    List<ReadyRoute> all() {
        return all;
    }

    void use(List<ReadyRoute> routes) {
        all = List.copyOf(routes);
    }
}
