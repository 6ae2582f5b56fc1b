package io.firstcome.web.stream;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitterReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A client that is connected to an emitter as Spring MVC connects one, without a socket. */
final class Connection {

    private static final ResponseBodyEmitterReturnValueHandler MVC =
            new ResponseBodyEmitterReturnValueHandler(List.of(new StringHttpMessageConverter()));

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final Response response = new Response();

    private Connection() {}

    static Connection to(SseEmitter emitter) throws Exception {
        Connection connection = new Connection();
        MockHttpServletRequest request = connection.request;
        request.setAsyncSupported(true);
        WebAsyncUtils.getAsyncManager(request)
                .setAsyncWebRequest(new StandardServletAsyncWebRequest(request, connection.response));
        MethodParameter returned = new MethodParameter(Connection.class.getDeclaredMethod("returned"), -1);
        MVC.handleReturnValue(
                emitter, returned, new ModelAndViewContainer(), new ServletWebRequest(request, connection.response));
        MockAsyncContext context = connection.context();
        // A container ends the request when the dispatch that follows the last event is done.
        context.addDispatchHandler(context::complete);
        return connection;
    }

    @SuppressWarnings("unused") // its type is that of the controllers
    private static @Nullable SseEmitter returned() {
        return null;
    }

    private MockAsyncContext context() {
        if (request.getAsyncContext() instanceof MockAsyncContext context) {
            return context;
        }
        throw new AssertionError("Not connected");
    }

    /** The next event or comment as it is on the line, without the blank line behind it; null when none comes. */
    @Nullable
    String next() throws InterruptedException {
        return response.frames.poll(10, TimeUnit.SECONDS);
    }

    /** From now on nothing can be sent. */
    void breakOff() {
        response.broken = true;
    }

    boolean isOpen() {
        return request.isAsyncStarted();
    }

    long timeout() {
        return context().getTimeout();
    }

    /** What was sent, cut at the blank lines. */
    private static final class Response extends MockHttpServletResponse {

        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final StringBuilder line = new StringBuilder();
        private volatile boolean broken;

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {

                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    if (broken) {
                        throw new IOException("Broken pipe");
                    }
                    line.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
                    for (int end = line.indexOf("\n\n"); end >= 0; end = line.indexOf("\n\n")) {
                        frames.add(line.substring(0, end));
                        line.delete(0, end + 2);
                    }
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    // It never has to wait, so it is possible at once.
                    try {
                        listener.onWritePossible();
                    } catch (IOException e) {
                        listener.onError(e);
                    }
                }
            };
        }
    }
}
