package io.firstcome.web.openapi;

import io.firstcome.web.problem.Problem;
import io.firstcome.web.problem.ProblemCode;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Publishes the shape of a problem, with every code that any operation of the document may answer with. */
@SuppressWarnings({"rawtypes", "unchecked"}) // swagger-models has raw types in its signatures
final class ProblemSchema implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        // What is asked for at a path or by a method that is not there is answered with a general code, too.
        Set<String> codes =
                Arrays.stream(ProblemCode.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        document.getPaths()
                .forEach((path, item) -> item.readOperations()
                        .forEach(operation -> operation
                                .getResponses()
                                .values()
                                .forEach(response -> complete(response, path, codes))));
        Map<String, Schema> schemas = ModelConverters.getInstance(true).readAll(Problem.class);
        Schema<?> problem = schemas.get("Problem");
        if (problem != null && problem.getProperties() != null) {
            problem.setDescription("RFC 9457. Compare with `code`; texts may change.");
            problem.addProperty(
                    "seats",
                    new ArraySchema()
                            .items(new IntegerSchema())
                            .description("SEAT_TAKEN, SEAT_NOT_FOUND: which seats are the reason"));
            problem.addProperty(
                    "roomId",
                    new StringSchema()
                            .description(
                                    "ADMISSION_REQUIRED, ADMISSION_INVALID, ADMISSION_EXPIRED: the room to enter"));
            Schema<String> code = (Schema<String>) problem.getProperties().get("code");
            if (code != null) {
                code.setEnum(List.copyOf(codes));
            }
        }
        schemas.forEach(document.getComponents()::addSchemas);
    }

    /** Collects the codes of a response, and tells its examples which path they are about. */
    private static void complete(ApiResponse response, String path, Set<String> codes) {
        MediaType problem =
                response.getContent() == null ? null : response.getContent().get(Problem.MEDIA_TYPE);
        if (problem == null || problem.getExamples() == null) {
            return;
        }
        codes.addAll(problem.getExamples().keySet());
        for (Example example : problem.getExamples().values()) {
            if (example.getValue() instanceof Map<?, ?> value) {
                ((Map<String, Object>) value).put(ProblemResponses.INSTANCE, path.replaceAll("\\{[^}]*}", "1"));
            }
        }
    }
}
