package io.firstcome.web.openapi;

import io.firstcome.web.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Publishes the shape of a problem, with every code that any operation of the document may answer with. */
@SuppressWarnings({"rawtypes", "unchecked"}) // swagger-models has raw types in its signatures
final class ProblemSchema implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        Map<String, Schema> schemas = ModelConverters.getInstance(true).readAll(Problem.class);
        Schema<?> problem = schemas.get("Problem");
        if (problem != null && problem.getProperties() != null) {
            problem.setDescription("RFC 9457. Compare with `code`; texts may change.");
            problem.setRequired(List.of("type", "title", "status", "code", "traceId"));
            Schema<String> code = (Schema<String>) problem.getProperties().get("code");
            if (code != null) {
                code.setEnum(List.copyOf(codes(document)));
            }
        }
        schemas.forEach(document.getComponents()::addSchemas);
    }

    private static Set<String> codes(OpenAPI document) {
        Set<String> codes = new TreeSet<>();
        for (PathItem path : document.getPaths().values()) {
            for (Operation operation : path.readOperations()) {
                for (ApiResponse response : operation.getResponses().values()) {
                    MediaType problem = response.getContent() == null
                            ? null
                            : response.getContent().get(Problem.MEDIA_TYPE);
                    if (problem != null && problem.getExamples() != null) {
                        codes.addAll(problem.getExamples().keySet());
                    }
                }
            }
        }
        return codes;
    }
}
