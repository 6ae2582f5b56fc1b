package io.firstcome.cluster;

import java.util.List;
import java.util.Set;

/** Which side a request goes to, by its method and path: once as a function, once as the rules of HAProxy. */
final class Routes {
    /** Methods that change something. */
    private static final Set<String> WRITES = Set.of("DELETE", "PATCH", "POST", "PUT");

    /**
     * Served by the command side, whatever the method: a place in a waiting room is in its memory, and it issues
     * tokens.
     */
    private static final List<String> COMMAND_PATHS = List.of("/api/v1/auth", "/api/v1/waiting-room");

    /** Served by the query side, whatever the method: processors and the list of what does not add up. */
    private static final List<String> QUERY_PATHS = List.of("/api/v1/processor", "/api/v1/reconciliation");

    private Routes() {}

    /** One of the two kinds of nodes. */
    enum Side {
        COMMAND,
        QUERY
    }

    static Side side(String method, String path) {
        if (isBelow(COMMAND_PATHS, path)) {
            return Side.COMMAND;
        }
        return WRITES.contains(method) && !isBelow(QUERY_PATHS, path) ? Side.COMMAND : Side.QUERY;
    }

    private static boolean isBelow(List<String> folders, String path) {
        return folders.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    /** The same as lines of a frontend with the backends {@code commands} and {@code queries}. */
    static List<String> rules() {
        return List.of(
                "acl is_write method "
                        + String.join(" ", WRITES.stream().sorted().toList()),
                "acl is_command_path path -m str " + String.join(" ", COMMAND_PATHS),
                "acl is_command_path path -m beg " + below(COMMAND_PATHS),
                "acl is_query_path path -m str " + String.join(" ", QUERY_PATHS),
                "acl is_query_path path -m beg " + below(QUERY_PATHS),
                "use_backend commands if is_command_path",
                "use_backend commands if is_write !is_query_path",
                "default_backend queries");
    }

    private static String below(List<String> folders) {
        return String.join(" ", folders.stream().map(folder -> folder + "/").toList());
    }
}
