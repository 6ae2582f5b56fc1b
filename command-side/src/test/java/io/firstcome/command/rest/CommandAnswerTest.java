package io.firstcome.command.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class CommandAnswerTest {

    @Test
    void givenVersion_whenAnswered_thenItIsTheETag() {
        ResponseEntity<Integer> response =
                new CommandAnswer<>("four", 7L, false).toResponse(HttpStatus.CREATED, String::length);

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(response.getBody()).isEqualTo(4);
        assertThat(response.getHeaders().getETag()).isEqualTo("\"7\"");
        assertThat(response.getHeaders().containsHeader(CommandAnswer.REPLAYED_HEADER))
                .isFalse();
    }

    @Test
    void givenRepeatedAnswerWithoutVersion_whenAnswered_thenItSaysSo() {
        ResponseEntity<Integer> response =
                new CommandAnswer<>("four", null, true).toResponse(HttpStatus.OK, String::length);

        assertThat(response.getHeaders().getETag()).isNull();
        assertThat(response.getHeaders().getFirst(CommandAnswer.REPLAYED_HEADER))
                .isEqualTo("true");
    }
}
