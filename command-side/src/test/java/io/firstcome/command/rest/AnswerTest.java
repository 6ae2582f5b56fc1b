package io.firstcome.command.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class AnswerTest {

    @Test
    void givenVersion_whenAnswered_thenItIsTheETag() {
        ResponseEntity<Integer> response =
                new Answer<>("four", 7L, false).toResponse(HttpStatus.CREATED, String::length);

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(response.getBody()).isEqualTo(4);
        assertThat(response.getHeaders().getETag()).isEqualTo("\"7\"");
        assertThat(response.getHeaders().containsHeader(Answer.REPLAYED_HEADER)).isFalse();
    }

    @Test
    void givenRepeatedAnswerWithoutVersion_whenAnswered_thenItSaysSo() {
        ResponseEntity<Integer> response = new Answer<>("four", null, true).toResponse(HttpStatus.OK, String::length);

        assertThat(response.getHeaders().getETag()).isNull();
        assertThat(response.getHeaders().getFirst(Answer.REPLAYED_HEADER)).isEqualTo("true");
    }
}
