package io.firstcome.command.concert.rest;

import io.firstcome.command.concert.api.ConcertCommand.CreateConcert;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.web.json.NotOnlySpace;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /concert}. */
@Schema(example = """
                {"concertId": "spring-tour", "title": "Spring tour", "artist": "The Firsts", "venue": "Olympic Hall"}""")
record CreateConcertRequest(
        @Schema(description = "Chosen by the caller, or made by the server; not ranking, which is a path")
        @OpaqueId
        @Nullable
        String concertId,

        @NotBlank @Size(max = CreateConcert.MAX_TEXT_LENGTH) String title,
        @NotBlank @Size(max = CreateConcert.MAX_TEXT_LENGTH) String artist,

        @Schema(description = "Where it is") @NotOnlySpace @Size(max = CreateConcert.MAX_TEXT_LENGTH) @Nullable
        String venue) {

    private static final String RESERVED_ID = "ranking";

    CreateConcert toCommand(Instant at) {
        if (RESERVED_ID.equals(concertId)) {
            throw ProblemException.invalid(
                    "concertId", FieldError.Code.INVALID_VALUE, "is a word of the API's paths: choose another");
        }
        return new CreateConcert(
                new ConcertId(concertId == null ? UUID.randomUUID().toString() : concertId), title, artist, venue, at);
    }
}
