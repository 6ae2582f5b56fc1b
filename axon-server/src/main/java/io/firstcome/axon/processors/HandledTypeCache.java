package io.firstcome.axon.processors;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/**
 * Asks the handlers only once for each type of event. Every processor sees every event, and most handle few types: with as
 * many processors as there are here, the asking cost more than the handling. Also tells when this process gives up a segment:
 * from then on another one may dead-letter events, or change processes.
 */
final class HandledTypeCache implements EventHandlerInvoker {

    private final EventHandlerInvoker handlers;
    private final boolean byTypeAlone;
    private final Runnable onRelease;
    private final Map<Class<?>, Boolean> types = new ConcurrentHashMap<>();

    /**
     * @param byTypeAlone whether the type of an event says all about it; a saga has to be asked about each one
     * @param onRelease runs when a segment is given up
     */
    HandledTypeCache(EventHandlerInvoker handlers, boolean byTypeAlone, Runnable onRelease) {
        this.handlers = handlers;
        this.byTypeAlone = byTypeAlone;
        this.onRelease = onRelease;
    }

    /** Whether any segment handles this event. A saga says of every type that it handles it, until it is asked for an event. */
    boolean handles(EventMessage<?> message) {
        return canHandle(message, Segment.ROOT_SEGMENT);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return canHandleType(message.getPayloadType())
                && ((byTypeAlone && isWhole(segment)) || handlers.canHandle(message, segment));
    }

    /** Then it has every event, whatever its sequence. */
    private static boolean isWhole(Segment segment) {
        return segment.getMask() == Segment.ROOT_SEGMENT.getMask();
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return types.computeIfAbsent(payloadType, handlers::canHandleType);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) throws Exception {
        handlers.handle(message, segment);
    }

    @Override
    public boolean supportsReset() {
        return handlers.supportsReset();
    }

    @Override
    public void performReset() {
        handlers.performReset();
    }

    @Override
    public <R> void performReset(R context) {
        handlers.performReset(context);
    }

    @Override
    public void segmentReleased(Segment segment) {
        onRelease.run();
        handlers.segmentReleased(segment);
    }
}
