package io.firstcome.command.concert.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.ConcertErrorCode;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.Texts;
import io.firstcome.events.concert.ConcertId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A command to one concert. */
public sealed interface ConcertCommand extends AggregateCommand {

    ConcertId concertId();

    @Override
    default String aggregateId() {
        return concertId().toString();
    }

    @Override
    default RejectionCode whenUnknown() {
        return ConcertErrorCode.CONCERT_NOT_FOUND;
    }

    /**
     * Announces a concert, which has no dates yet. Answered with {@code ConcertCreated}; refused with {@code CONCERT_EXISTS}.
     *
     * @param title not blank, at most {@value #MAX_TEXT_LENGTH} characters, as are {@code artist} and {@code venue}
     * @param venue where it is; null: not told
     */
    record CreateConcert(
            @TargetAggregateIdentifier ConcertId concertId,
            String title,
            String artist,
            @Nullable String venue,
            Instant at)
            implements ConcertCommand {

        public static final int MAX_TEXT_LENGTH = 200;

        public CreateConcert {
            requireText("title", title);
            requireText("artist", artist);
            if (venue != null) {
                requireText("venue", venue);
            }
        }

        private static void requireText(String what, String text) {
            if (text.isBlank() || Texts.length(text) > MAX_TEXT_LENGTH) {
                throw new IllegalArgumentException(
                        what + " is not blank and has at most " + MAX_TEXT_LENGTH + " characters");
            }
        }
    }
}
