package io.firstcome.web.json;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** Reads bodies of one type by the rules, and with the exceptions, of Spring MVC's converter. */
public final class JsonReader {

    private final ObjectReader reader;

    private JsonReader(ObjectReader reader) {
        this.reader = reader;
    }

    /** A reader of bodies of this type. */
    public static JsonReader of(Class<?> type) {
        return new JsonReader(ApiJson.readerFor(type));
    }

    /**
     * What {@code body}, the body of {@code request}, says. Whether its values are valid is not looked at.
     *
     * @throws HttpMessageNotReadableException when it is not JSON of the type
     */
    public Object read(HttpServletRequest request, byte[] body) {
        StrictJsonConverter.requireUtf8(body);
        Object read;
        try {
            read = reader.readValue(body);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("Not readable", e, new ServletServerHttpRequest(request));
        }
        if (read == null) {
            throw new HttpMessageNotReadableException("Null", new ServletServerHttpRequest(request));
        }
        return read;
    }
}
