package io.firstcome.web.openapi;

import io.firstcome.web.json.NotOnlySpace;
import io.firstcome.web.json.OpaqueId;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.springdoc.core.customizers.PropertyCustomizer;

/** Describes fields whose constraint says more than their Java type: identifiers, and texts that are not blank. */
@SuppressWarnings({"rawtypes", "unchecked"}) // swagger-models has raw types in its signatures
final class PropertyTypes implements PropertyCustomizer {

    @Override
    public Schema<?> customize(Schema property, AnnotatedType type) {
        if (has(type, OpaqueId.class)) {
            property.setTypes(DocumentRules.ID_TYPES);
            if (property.getExample() == null) {
                property.setExample("1");
            }
        } else if (has(type, NotOnlySpace.class) || has(type, NotBlank.class)) {
            property.setPattern(DocumentRules.NOT_ONLY_SPACE);
        }
        return property;
    }

    private static boolean has(AnnotatedType type, Class<? extends Annotation> annotation) {
        Annotation[] all = type.getCtxAnnotations();
        return all != null && Arrays.stream(all).anyMatch(annotation::isInstance);
    }
}
