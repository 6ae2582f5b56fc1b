package io.firstcome.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One system from its start to its stop: the servers, then the application; backwards at the end. */
final class RunningSystem {
    private final Console console;
    private final Options options;
    private final DataDirectory data;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Servers servers;
    private volatile @Nullable ConfigurableApplicationContext context;

    /**
     * Takes the data directory, and only then looks at anything else: a second start on it is told so, whatever its port, and has
     * changed nothing. A directory that is not there yet is not made for a system that cannot start.
     *
     * @throws StartException when the data directory or the port cannot be used
     */
    RunningSystem(Console console, Options options) {
        this.console = console;
        this.options = options;
        if (Files.notExists(options.data())) {
            requireFree(options);
        }
        data = DataDirectory.open(options.data());
        System.setProperty("firstcome.log", data.log().toString());
        try {
            requireFree(options);
            if (options.fresh()) {
                data.empty();
            }
            servers = new Servers(data);
        } catch (UncheckedIOException e) {
            data.close();
            throw new StartException(reason(e), e);
        } catch (StartException e) {
            data.close();
            throw e;
        }
    }

    /** Asks before anything is removed or started: a taken port is the most frequent reason for not starting. */
    private static void requireFree(Options options) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.host()), options.port()));
        } catch (IOException e) {
            throw new StartException(
                    "Port " + options.port() + " of " + options.host() + " cannot be taken (" + e.getMessage()
                            + "). Stop what uses it, or choose another one: --port " + (options.port() + 1),
                    e);
        }
    }

    /** Returns when the system is ready; from then on the web server's threads keep the process alive. */
    void start() {
        console.say(List.of("Firstcome is starting, data in " + options.data()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            servers.start(console);
            ConfigurableApplicationContext started = application().run();
            context = started;
            int port = started.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            servers.tellOfPayments(options.host(), port);
            servers.awaitAll();
            console.progress("ready");
            console.say(Welcome.lines(options.host(), port, servers.addresses(), data.log()));
        } catch (RuntimeException e) {
            if (!stopping.get()) {
                LoggerFactory.getLogger(RunningSystem.class).error("Not started", e);
                throw new StartException(reason(e) + "\nMore is in " + data.log(), e);
            }
        }
    }

    private SpringApplication application() {
        Map<String, Object> properties = new HashMap<>(servers.properties());
        properties.put("server.port", options.port());
        properties.put("server.address", options.host());
        SpringApplication application = new SpringApplicationBuilder(StandaloneApplication.class)
                .profiles("standalone")
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties)
                .initializers(this::awaitServersBeforeBeans)
                .build();
        application.setKeepAlive(true);
        return application;
    }

    /** The context reads its configuration while the servers start, and waits before it makes its first bean. */
    private void awaitServersBeforeBeans(ConfigurableApplicationContext starting) {
        ((GenericApplicationContext) starting).addBeanFactoryPostProcessor(beans -> {
            servers.awaitDatabases();
            console.progress("the application is being put together");
        });
    }

    /** Requests drain, then the commands, then the processors; the servers go last. Runs once. */
    private void stop() {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        console.say(List.of("", "Stopping"));
        ConfigurableApplicationContext running = context;
        if (running != null) {
            running.close();
            console.progress("application stopped");
        }
        servers.stop();
        data.close();
        console.progress("stopped");
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof StartException)) {
            root = root.getCause();
        }
        return "Firstcome cannot start: " + root.getMessage();
    }
}
