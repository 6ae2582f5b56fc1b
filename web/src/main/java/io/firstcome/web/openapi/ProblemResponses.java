package io.firstcome.web.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import io.firstcome.web.problem.Problem;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.EndpointAccess;
import io.firstcome.web.security.Role;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what it is answered with when it does not succeed, and who may call it. */
final class ProblemResponses implements OperationCustomizer {

    static final String BEARER = "bearer";
    /** The member of an example that {@link ProblemSchema} fills in, which knows the path. */
    static final String INSTANCE = "instance";

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Set<Role> roles = new TreeSet<>(EndpointAccess.roles(handler));
        if (!roles.isEmpty()) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
            List<String> names = roles.stream().map(Role::name).toList();
            operation.addExtension("x-roles", names);
            String described = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
            operation.setDescription(described + "For the role `" + String.join("` or `", names) + "`.");
        }
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        for (ProblemException answer : AnswerCatalogue.of(handler)) {
            add(responses, answer);
        }
        operation.setResponses(responses);
        return operation;
    }

    private static void add(ApiResponses responses, ProblemException answer) {
        ApiResponse response = responses.computeIfAbsent(Integer.toString(answer.status()), ignored -> empty());
        MediaType problem =
                response.getContent() == null ? null : response.getContent().get(Problem.MEDIA_TYPE);
        if (problem == null) {
            return;
        }
        problem.addExamples(answer.code(), new Example().summary(answer.title()).value(example(answer)));
        String line = "- `" + answer.code() + "`: " + answer.title();
        response.setDescription(response.getDescription() == null ? line : response.getDescription() + "\n" + line);
    }

    private static ApiResponse empty() {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(schema)));
    }

    /** As {@link Problem} is written; a map, whose path is filled in later. */
    private static Map<String, Object> example(ProblemException answer) {
        return Json.mapper().convertValue(Problem.of(answer, "/", TRACE_ID), new TypeReference<>() {});
    }
}
