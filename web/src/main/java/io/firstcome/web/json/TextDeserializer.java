package io.firstcome.web.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a text from a JSON string only, and only one that can be written and shown again: no half of a surrogate pair, as in
 * {@code "\ud800"}, which is no character and would fail where the text is stored, and no control character but tab and
 * line ends.
 */
final class TextDeserializer extends StdScalarDeserializer<String> {

    TextDeserializer() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    throw context.weirdStringException("", String.class, "half a surrogate pair");
                }
                i++;
            } else if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                throw context.weirdStringException("", String.class, "a control character");
            }
        }
        return text;
    }
}
