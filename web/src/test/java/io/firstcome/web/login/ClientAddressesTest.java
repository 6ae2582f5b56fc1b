package io.firstcome.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.web.start.InvalidConfigurationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressesTest {

    private static final List<String> PROXIES = List.of("10.0.0.0/8", "192.0.2.1", "2001:db8:ffff::/48");

    private static String address(ProxySettings settings, String peer, String name, String... lines) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        for (String line : lines) {
            request.addHeader(name, line);
        }
        return new ClientAddresses(settings).of(request);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, '', 203.0.113.9",
        // Who is no proxy is not believed.
        "203.0.113.9, 198.51.100.7, 203.0.113.9",
        "10.1.2.3, '', 10.1.2.3",
        "10.1.2.3, 198.51.100.7, 198.51.100.7",
        "192.0.2.1, 198.51.100.7, 198.51.100.7",
        "192.0.2.2, 198.51.100.7, 192.0.2.2",
        // The client has written the first one.
        "10.1.2.3, '1.1.1.1, 198.51.100.7', 198.51.100.7",
        "10.1.2.3, '1.1.1.1, 198.51.100.7, 10.9.9.9', 198.51.100.7",
        "10.1.2.3, '10.4.4.4, 10.9.9.9', 10.4.4.4",
        "10.1.2.3, '198.51.100.7, unknown', 10.1.2.3",
        "10.1.2.3, '198.51.100.7, ', 10.1.2.3",
        "10.1.2.3, 198.51.100.7:4711, 198.51.100.7",
        "10.1.2.3, '2001:db8:1:2:3:4:5:6', 20010db800010002",
        "10.1.2.3, '[2001:db8:1:2::9]:4711', 20010db800010002",
        "2001:db8:ffff::7, 198.51.100.7, 198.51.100.7",
        "2001:db8:fffe::7, 198.51.100.7, 20010db8fffe0000",
        "::ffff:10.1.2.3, 198.51.100.7, 198.51.100.7",
        "fe80::1%eth0, 198.51.100.7, fe80000000000000",
        "10.1.2.3, localhost, 10.1.2.3"
    })
    void givenTrustedProxies_whenXForwardedForIsRead_thenTheLastThatNoProxyIs(String peer, String line, String client) {
        ProxySettings settings = new ProxySettings(PROXIES, "X-Forwarded-For");

        assertThat(
                        line.isEmpty()
                                ? address(settings, peer, "X-Forwarded-For")
                                : address(settings, peer, "X-Forwarded-For", line))
                .isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, for=198.51.100.7, 198.51.100.7",
        "10.1.2.3, 'for=1.1.1.1, by=10.0.0.1;For=\"198.51.100.7:80\";proto=https', 198.51.100.7",
        "10.1.2.3, 'for=\"[2001:db8:1:2::9]:4711\"', 20010db800010002",
        "10.1.2.3, 'for=198.51.100.7, for=_hidden', 10.1.2.3",
        "10.1.2.3, 'for=198.51.100.7, proto=https', 10.1.2.3",
        "203.0.113.9, for=198.51.100.7, 203.0.113.9"
    })
    void givenTrustedProxies_whenForwardedIsRead_thenTheLastThatNoProxyIs(String peer, String line, String client) {
        assertThat(address(new ProxySettings(PROXIES, "Forwarded"), peer, "Forwarded", line))
                .isEqualTo(client);
    }

    @Test
    void givenSeveralLines_whenRead_thenTheyAreOneList() {
        ProxySettings settings = new ProxySettings(PROXIES, "X-Forwarded-For");

        assertThat(address(settings, "10.1.2.3", "X-Forwarded-For", "1.1.1.1", "198.51.100.7", "10.9.9.9"))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void givenNoProxiesOrTheOtherHeader_whenRead_thenNobodyIsBelieved() {
        ProxySettings off = new ProxySettings(List.of(), "X-Forwarded-For");
        ProxySettings on = new ProxySettings(PROXIES, "X-Forwarded-For");

        assertThat(address(off, "10.1.2.3", "X-Forwarded-For", "198.51.100.7")).isEqualTo("10.1.2.3");
        assertThat(address(on, "10.1.2.3", "Forwarded", "for=198.51.100.7")).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::1/129", "300.1.1.1"})
    void givenWhatIsNoNetwork_whenStarted_thenRefused(String network) {
        ProxySettings settings = new ProxySettings(List.of(network), "X-Forwarded-For");

        assertThatThrownBy(() -> new ClientAddresses(settings))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("firstcome.proxy.trusted");
    }

    @Test
    void givenAnotherHeader_whenStarted_thenRefused() {
        assertThatThrownBy(() -> new ClientAddresses(new ProxySettings(PROXIES, "X-Real-IP")))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("X-Real-IP");
    }
}
