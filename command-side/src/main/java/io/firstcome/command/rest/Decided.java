package io.firstcome.command.rest;

import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A command that was decided: handled, or refused by a rule. */
public sealed interface Decided<T> {

    /**
     * The HTTP answer. A refusal is written at once, and then nothing is returned: that costs a small part of throwing it
     * through the framework.
     */
    <B> @Nullable ResponseEntity<B> toResponse(
            HttpStatus status, Function<T, B> body, HttpServletRequest request, HttpServletResponse response)
            throws IOException;

    /** It was handled. */
    record Done<T>(Answer<T> answer) implements Decided<T> {

        @Override
        public <B> ResponseEntity<B> toResponse(
                HttpStatus status, Function<T, B> body, HttpServletRequest request, HttpServletResponse response) {
            return answer.toResponse(status, body);
        }
    }

    /** A rule said no. */
    record NotDone<T>(ProblemException problem) implements Decided<T> {

        @Override
        public <B> @Nullable ResponseEntity<B> toResponse(
                HttpStatus status, Function<T, B> body, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            ProblemWriter.write(request, response, problem);
            return null;
        }
    }
}
