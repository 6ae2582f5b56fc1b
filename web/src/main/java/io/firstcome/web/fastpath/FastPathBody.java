package io.firstcome.web.fastpath;

import io.firstcome.web.body.RepeatableRequest;
import io.firstcome.web.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.core.Conventions;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.bind.MethodArgumentNotValidException;

/** Reads and validates the body that a method takes. */
final class FastPathBody {

    private final MethodParameter parameter;
    private final String name;
    private final JsonReader json;
    private final Validator validator;

    FastPathBody(MethodParameter parameter, Validator validator) {
        this.parameter = parameter;
        this.name = Conventions.getVariableNameForParameter(parameter);
        this.json = JsonReader.of(parameter.getParameterType());
        this.validator = validator;
    }

    /**
     * The body of a request.
     *
     * @throws HttpMessageNotReadableException when it is not JSON of the type
     * @throws MethodArgumentNotValidException when a value in it is wrong
     */
    Object read(HttpServletRequest request) throws IOException, MethodArgumentNotValidException {
        Object body = json.read(request, RepeatableRequest.bodyOf(request));
        BeanPropertyBindingResult result = new BeanPropertyBindingResult(body, name);
        validator.validate(body, result);
        if (result.hasErrors()) {
            throw new MethodArgumentNotValidException(parameter, result);
        }
        return body;
    }
}
