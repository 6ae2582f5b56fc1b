package io.firstcome.web.direct;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The marked methods of this application by their paths: none before all controllers are known. */
final class DirectMethods {

    private volatile Map<String, DirectMethod> byPath = Map.of();

    @Nullable
    DirectMethod at(String path) {
        return byPath.get(path);
    }

    void use(Map<String, DirectMethod> methods) {
        byPath = Map.copyOf(methods);
    }
}
