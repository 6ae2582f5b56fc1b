package io.firstcome.web.login;

import io.firstcome.web.start.InvalidConfigurationException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * From which network address a request comes, as far as somebody who is trusted says so.
 *
 * <p>Each proxy appends whom it asks for, so the list is read from its end, and only as long as he who says it is a trusted proxy:
 * what a client has written before that is not believed.
 */
final class ClientAddresses {

    private static final String FORWARDED = "Forwarded";
    private static final String X_FORWARDED_FOR = "X-Forwarded-For";

    /** One subscriber of IPv6 has that many bytes of an address, and all that follow to choose from. */
    private static final int IPV6_SUBSCRIBER = 8;

    private final List<Network> proxies;
    private final boolean isStandard;

    /** @throws InvalidConfigurationException when the settings are none */
    ClientAddresses(ProxySettings settings) {
        proxies = settings.trusted().stream().map(Network::of).toList();
        isStandard = settings.header().equalsIgnoreCase(FORWARDED);
        if (!isStandard && !settings.header().equalsIgnoreCase(X_FORWARDED_FOR)) {
            throw new InvalidConfigurationException(
                    "firstcome.proxy.header is " + X_FORWARDED_FOR + " or " + FORWARDED + ", not " + settings.header());
        }
    }

    /** The address; of IPv6 the network of one subscriber. */
    String of(HttpServletRequest request) {
        InetAddress client = Network.parse(request.getRemoteAddr());
        if (client == null) {
            return request.getRemoteAddr();
        }
        List<String> hops = proxies.isEmpty() ? List.of() : hops(request);
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            InetAddress hop = Network.parse(hops.get(i));
            if (hop == null) {
                break;
            }
            client = hop;
        }
        return client instanceof Inet6Address
                ? HexFormat.of().formatHex(client.getAddress(), 0, IPV6_SUBSCRIBER)
                : client.getHostAddress();
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    /** What all lines of the header say, in their order. */
    private List<String> hops(HttpServletRequest request) {
        List<String> hops = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders(isStandard ? FORWARDED : X_FORWARDED_FOR))) {
            for (String hop : line.split(",", -1)) {
                hops.add(isStandard ? forIn(hop) : hop);
            }
        }
        return hops;
    }

    /** Of {@code for="[2001:db8::1]:4711";proto=https} the address; empty when it says none. */
    private static String forIn(String element) {
        return Arrays.stream(element.split(";", -1))
                .map(String::strip)
                .filter(pair -> pair.regionMatches(true, 0, "for=", 0, 4))
                .map(pair -> pair.substring(4).replace("\"", ""))
                .findFirst()
                .orElse("");
    }
}
