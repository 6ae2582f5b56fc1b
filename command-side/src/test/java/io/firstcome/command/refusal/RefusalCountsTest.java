package io.firstcome.command.refusal;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.firstcome.axon.groupcommit.Refused;
import io.firstcome.axon.store.EventStoreDatabase;
import io.firstcome.contract.RefusalCode.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RefusalCountsTest {

    @Test
    void givenAnErrorWhileWriting_whenWrittenAgain_thenNothingWasLost() {
        EventStoreDatabase database = mock(EventStoreDatabase.class);
        when(database.dataSource()).thenReturn(mock(DataSource.class));
        when(database.inTransaction(any()))
                .thenThrow(new NoClassDefFoundError("thrown by the test"))
                .thenReturn("");
        RefusalCounts counts = new RefusalCounts(database, new SimpleMeterRegistry());
        counts.count("coupon:1", new Refused("COUPON_SOLD_OUT", Kind.CONFLICT, "Sold out"));

        assertThatNoException().isThrownBy(counts::write);
        counts.write();
        counts.write();

        // What the first could not write, the second has; for the third nothing was left.
        verify(database, times(2)).inTransaction(any());
    }
}
