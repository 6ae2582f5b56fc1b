package io.firstcome.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Marks each component of a record as required unless it is {@code @Nullable}: what the compiler checks, clients may rely on. */
@SuppressWarnings({"rawtypes", "unchecked"}) // swagger-models has raw types in its signatures
final class RequiredComponents implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (schema != null && java != null && java.isRecordType()) {
            complete(java.getRawClass(), schema, context.getDefinedModels());
        }
        return schema;
    }

    private static void complete(Class<?> type, Schema<?> schema, Map<String, Schema> models) {
        String reference = schema.get$ref();
        Schema<?> model = reference == null ? schema : models.get(reference.substring(reference.lastIndexOf('/') + 1));
        if (model == null || model.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!optional && model.getProperties().containsKey(component.getName())) {
                required.add(component.getName());
            }
        }
        model.setRequired(required.isEmpty() ? null : required);
    }
}
