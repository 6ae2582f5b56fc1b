package io.firstcome.web.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what was refused or failed outside of Spring MVC, in a filter or in the server; it replaces Boot's
 * {@code BasicErrorController}, which has a format of its own.
 */
@Controller
class ProblemErrorController implements ErrorController {

    private final ProblemTranslator translator;

    ProblemErrorController(ProblemTranslator translator) {
        this.translator = translator;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemWriter.write(request, response, problem(request));
    }

    private ProblemException problem(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return ProblemException.of(ProblemCode.NOT_FOUND, null);
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return translator.translate(thrown);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return StatusProblems.of(status instanceof Integer code ? code : 500);
    }
}
