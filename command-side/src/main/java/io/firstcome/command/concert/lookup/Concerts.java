package io.firstcome.command.concert.lookup;

import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.DateId;
import java.util.Optional;

/** Which concerts and dates there are. */
public interface Concerts {

    /** Tells whether the concert was ever announced. */
    boolean exists(ConcertId concert);

    /** How the date was opened, which never changes; empty when it was not. */
    Optional<DateOpened> date(DateId date);
}
