package io.firstcome.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.metadata.storage.Formatter;

/** The directory of a broker, which is formatted before its first start. */
final class KafkaDirectory {
    /** Any fixed one: a directory that was formatted with another cluster's id would be refused. */
    private static final String CLUSTER_ID = "RmlyY3RfY29tZV9rYWZrYQ";

    private KafkaDirectory() {}

    /** Does nothing when it is formatted. */
    static void format(Path logDir, int nodeId) {
        try {
            Files.createDirectories(logDir);
            Formatter formatter = new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(nodeId)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(logDir.toString())
                    .setIgnoreFormatted(true);
            formatter.addDirectory(logDir.toString());
            formatter.run();
        } catch (Exception e) {
            throw new EmbeddedServerException("Cannot format Kafka's directory " + logDir, e);
        }
    }
}
