package io.firstcome.web.overload;

import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.problem.ProblemWriter;
import io.firstcome.web.security.StaffTokens;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;

/** Turns requests to the API away when too many are under way, before a token is verified or a body is read. */
@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE + 7)
final class OverloadFilter implements Filter {

    private static final String API = "/api/";
    /** Not the same time for all, or they would all come again at once. */
    private static final List<ProblemException> SHED = IntStream.rangeClosed(1, 3)
            .mapToObj(seconds -> ProblemException.of(ProblemCode.UNAVAILABLE, "Too many requests are under way.")
                    .withHeader("Retry-After", Integer.toString(seconds)))
            .toList();

    private final OverloadControl control;
    private final StaffTokens staff;
    private final List<String> exempt;

    OverloadFilter(OverloadControl control, StaffTokens staff, List<String> exempt) {
        this.control = control;
        this.staff = staff;
        this.exempt = List.copyOf(exempt);
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        String path = request.getRequestURI();
        if (!path.startsWith(API)) {
            chain.doFilter(request, response);
            return;
        }
        OverloadControl.Kind kind = isRead(request.getMethod()) ? control.reads() : control.commands();
        if (!kind.limit().enter()) {
            if (!isExempt(path) && !staff.isStaff(request.getHeader("Authorization"))) {
                kind.countShed();
                shed(request, (HttpServletResponse) response);
                return;
            }
            kind.limit().enterAnyway();
        }
        try {
            chain.doFilter(request, response);
        } finally {
            kind.limit().leave();
        }
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    private boolean isExempt(String path) {
        return exempt.stream().anyMatch(path::startsWith);
    }

    private static void shed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemWriter.write(
                request, response, SHED.get(ThreadLocalRandom.current().nextInt(SHED.size())));
    }
}
