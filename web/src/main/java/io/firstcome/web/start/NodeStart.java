package io.firstcome.web.start;

import org.springframework.boot.SpringApplication;

/** Starts a node: one side of the system as a process of its own. */
public final class NodeStart {

    private NodeStart() {}

    /**
     * Returns when the node is ready. A node that cannot start has said why in its log, in one line where the reason is known, and
     * ends with exit code 1.
     */
    public static void run(Class<?> application, String... arguments) {
        // Axon neither calls home nor writes to the user's folder.
        setUnlessGiven("axoniq.update-checker.disabled");
        setUnlessGiven("disable-axoniq-console-message");
        try {
            SpringApplication.run(application, arguments);
        } catch (RuntimeException | Error e) {
            // Spring Boot has logged it. Threads that have started already must not keep the process alive.
            System.exit(1);
        }
    }

    private static void setUnlessGiven(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, "true");
        }
    }
}
