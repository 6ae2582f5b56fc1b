package io.firstcome.query.bridge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.contract.v1.Message;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Writes messages as JSON under their published types; what is null is left out. */
final class MessageSerializer extends Jackson3Serializer {

    MessageSerializer() {
        super(Jackson3Serializer.builder()
                .converter(new ChainingConverter())
                .jsonMapperBuilderCustomizer(mapper -> mapper.changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))));
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        SerializedObject<T> json = super.serialize(object, representation);
        return object instanceof Message message
                ? new SimpleSerializedObject<>(
                        json.getData(), representation, new SimpleSerializedType(message.type(), null))
                : json;
    }
}
