package io.firstcome.command.rejection;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.contract.Rejection;
import io.firstcome.contract.RejectionCode.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RejectionCountsTest {

    @Test
    void givenAnErrorWhileWriting_whenWrittenAgain_thenNothingWasLost() {
        EventStoreDatabase database = mock(EventStoreDatabase.class);
        when(database.dataSource()).thenReturn(mock(DataSource.class));
        when(database.inTransaction(any()))
                .thenThrow(new NoClassDefFoundError("thrown by the test"))
                .thenReturn("");
        RejectionCounts counts = new RejectionCounts(database, new SimpleMeterRegistry());
        counts.count("coupon:1", new Rejection("COUPON_SOLD_OUT", Kind.CONFLICT, "Sold out"));

        assertThatNoException().isThrownBy(counts::write);
        counts.write();
        counts.write();

        // What the first could not write, the second has; for the third nothing was left.
        verify(database, times(2)).inTransaction(any());
    }
}
