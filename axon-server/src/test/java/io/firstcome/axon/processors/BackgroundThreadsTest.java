package io.firstcome.axon.processors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackgroundThreadsTest {

    @Test
    void givenWorkThatNobodyWaitsFor_whenItsThreadsAreMade_thenTheyAreBehindThoseOfClientsAndNeverKeepTheProcess() {
        Thread soon = BackgroundThreads.soon("coupon").newThread(() -> {});
        Thread later = BackgroundThreads.later("snapshots").newThread(() -> {});

        assertThat(soon.getName()).isEqualTo("coupon");
        assertThat(later.getName()).isEqualTo("snapshots");
        assertThat(soon.getPriority()).isBetween(later.getPriority() + 1, Thread.NORM_PRIORITY - 1);
        assertThat(soon.isDaemon() && later.isDaemon()).isTrue();
    }
}
