package io.firstcome.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void givenTwoNodes_whenLaidOut_thenEveryPortIsThereOnce() {
        Layout layout = Layout.of(2, 8080, Map.of(), port -> true, counter(20_000));

        assertThat(layout.ports()).hasSize(24).containsEntry("haproxy", 8080).containsKey("query-2.management");
        assertThat(layout.ports().values()).doesNotHaveDuplicates();
        assertThat(layout.nodeNames()).containsExactly("command-1", "command-2", "query-1", "query-2");
    }

    @Test
    void givenPortsOfBefore_whenLaidOut_thenThoseThatAreFreeStay() {
        Map<String, Integer> before = Map.of("mysql", 15_000, "gateway", 15_001, "redis-1", 8080);

        Layout layout = Layout.of(1, 8080, before, port -> port != 15_001, counter(20_000));

        assertThat(layout.port("mysql")).isEqualTo(15_000);
        assertThat(layout.port("gateway")).isGreaterThanOrEqualTo(20_000);
        assertThat(layout.port("redis-1")).isGreaterThanOrEqualTo(20_000);
    }

    @Test
    void givenLayout_whenWrittenAndRead_thenItIsTheSame() throws IOException {
        Layout layout = Layout.of(3, 9000, Map.of(), port -> true, counter(20_000));
        Properties kept = new Properties();
        kept.load(new StringReader(layout.text()));

        assertThat(Layout.parse(kept)).isEqualTo(layout);
    }

    private static IntSupplier counter(int first) {
        return new AtomicInteger(first)::getAndIncrement;
    }
}
