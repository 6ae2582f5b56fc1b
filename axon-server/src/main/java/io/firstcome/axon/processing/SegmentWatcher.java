package io.firstcome.axon.processing;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/** Tells when this process gives up a segment: from then on another one may park events. */
record SegmentWatcher(EventHandlerInvoker handlers, Runnable onRelease) implements EventHandlerInvoker {

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return handlers.canHandle(message, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handlers.canHandleType(payloadType);
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
