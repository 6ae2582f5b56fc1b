package io.firstcome.benchmarks.system;

import io.firstcome.benchmarks.baseline.BareServer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Starts and stops the bare application, to see how long a start takes. */
public final class Bare {

    private static final Pattern READY = Pattern.compile(Pattern.quote(BareServer.READY) + "([0-9]+)");

    /** What Spring Boot's web starter brings, and nothing more. */
    private static final Pattern OF_THE_STARTER = Pattern.compile(
            "(spring-boot|spring-boot-autoconfigure|spring-boot-(webmvc|web-server|servlet|tomcat|jackson"
                    + "|http-converter)|spring-(core|beans|context|aop|expression|web|webmvc)|tomcat-embed-.*|jackson-.*"
                    + "|slf4j-api|logback-.*|jul-to-slf4j|micrometer-(commons|observation)|jspecify|snakeyaml"
                    + "|commons-logging|jakarta\\.annotation-api)-[0-9].*\\.jar");

    private final Home home;
    private final Path cache;

    public Bare(Home home) {
        this.home = home;
        this.cache = home.work().resolve("bare.aot");
    }

    /** Makes the JVM's cache of loaded classes, as {@code ./firstcome run} has one. */
    public void rehearse() {
        try (ChildProcess process = start(List.of("-XX:AOTCacheOutput=" + cache), List.of("--rehearse"))) {
            process.awaitReady();
            process.awaitEnd();
        }
    }

    /** Whether the cache was made. */
    public boolean hasCache() {
        return Files.exists(cache);
    }

    /** The seconds from the start of the JVM to the line that says that it is ready. */
    public double startSeconds(boolean withCache) {
        List<String> options =
                withCache ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off") : List.of();
        try (ChildProcess process = start(options, List.of())) {
            process.awaitReady();
            return process.readySeconds();
        }
    }

    private ChildProcess start(List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>(home.java());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath(), BareServer.class.getName()));
        command.addAll(arguments);
        return ChildProcess.start(command, Map.of(), home.log("bare"), READY);
    }

    private String classPath() {
        return Arrays.stream(home.classPath().split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> entry.endsWith("benchmarks.jar")
                        || OF_THE_STARTER
                                .matcher(Path.of(entry).getFileName().toString())
                                .matches())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
