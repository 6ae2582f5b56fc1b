package io.firstcome.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * The signed admission of a waiting room, as the client sent it: nobody has verified it yet. A controller takes it as a nullable
 * parameter: null without the header.
 *
 * <p>Several headers, or one longer than {@value #MAX_LENGTH} characters, give an empty value. No verifier accepts that, so such a
 * request is refused where an admission is needed, and nowhere else.
 *
 * @param value at most {@value #MAX_LENGTH} characters
 */
public record AdmissionHeader(String value) {

    /** The name of the header. */
    public static final String NAME = "X-Admission";

    /** The longest value in characters. */
    public static final int MAX_LENGTH = 4_096;

    /** What this request has been admitted by, or null without the header. */
    public static @Nullable AdmissionHeader of(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders(NAME);
        if (!values.hasMoreElements()) {
            return null;
        }
        String value = values.nextElement();
        boolean isOne = !values.hasMoreElements() && value.length() <= MAX_LENGTH;
        return new AdmissionHeader(isOne ? value : "");
    }

    /** Without the value: who reads it in a log could enter with it. */
    @Override
    public String toString() {
        return "AdmissionHeader[" + value.length() + " characters]";
    }
}
