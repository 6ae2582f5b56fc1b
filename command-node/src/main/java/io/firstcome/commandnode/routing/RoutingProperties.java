package io.firstcome.commandnode.routing;

import io.firstcome.web.start.InvalidConfigurationException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the group of command nodes, {@code firstcome.routing.*}.
 *
 * @param enabled whether commands are routed
 * @param bindAddress the address that other members reach this node at
 * @param port the first port that is tried; the one that is 100 above it finds out whether a member has died
 * @param hosts where members are, as {@code host:port}; empty: they find each other by the database
 * @param secret what members encrypt with, the same for all, of 32 bytes at least; needed unless the address is loopback
 * @param frozenAfter after how long without a sign of life a member counts as gone
 */
@ConfigurationProperties("firstcome.routing")
public record RoutingProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("127.0.0.1") String bindAddress,
        @DefaultValue("7800") int port,
        @DefaultValue List<String> hosts,
        @Nullable String secret,
        @DefaultValue("4s") Duration frozenAfter) {

    private static final int LEAST_SECRET = 32;
    private static final Duration LEAST_FROZEN = Duration.ofSeconds(2);

    public RoutingProperties {
        hosts = List.copyOf(hosts);
    }

    /**
     * These, when it is safe to run with them.
     *
     * @throws InvalidConfigurationException when it is not
     */
    RoutingProperties checked() {
        if (secret == null && !address().isLoopbackAddress()) {
            throw new InvalidConfigurationException(
                    "Commands are routed on an address that others reach: set"
                            + " firstcome.routing.secret (environment: FIRSTCOME_ROUTING_SECRET), the same for all command nodes.");
        }
        if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length < LEAST_SECRET) {
            throw new InvalidConfigurationException("firstcome.routing.secret has to have 32 bytes or more.");
        }
        if (frozenAfter.compareTo(LEAST_FROZEN) < 0) {
            throw new InvalidConfigurationException("firstcome.routing.frozen-after has to be 2 seconds or more.");
        }
        hosts.forEach(RoutingProperties::checkHost);
        return this;
    }

    private static void checkHost(String host) {
        if (!host.matches("[^:\\s]+:\\d{1,5}")) {
            throw new InvalidConfigurationException("firstcome.routing.hosts has host:port, not \"" + host + "\".");
        }
    }

    InetAddress address() {
        try {
            return InetAddress.getByName(bindAddress);
        } catch (UnknownHostException e) {
            throw new InvalidConfigurationException(
                    "firstcome.routing.bind-address is no address of this machine: " + bindAddress);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "RoutingProperties[" + bindAddress + ":" + port + ", hosts=" + hosts + "]";
    }
}
