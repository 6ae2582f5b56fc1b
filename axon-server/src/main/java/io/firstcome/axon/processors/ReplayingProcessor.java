package io.firstcome.axon.processors;

import io.firstcome.axon.eventstore.StoredEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * An event processor that can also take what is stored already in large parts.
 *
 * <p>A part is handled as a batch is: by the same handlers, in one transaction with the position, in commit order. It is larger, has only
 * events of the aggregates that the processor is about, and the next one is read and parsed while it is written.
 */
public final class ReplayingProcessor extends PooledStreamingEventProcessor {

    private static final Segment SEGMENT = Segment.ROOT_SEGMENT;

    private final Supplier<StoredEvents> stored;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final Set<String> aggregateTypes;
    private final int partSize;

    /**
     * @param partSize so many events share the statements and the commit of a replay
     * @param aggregateTypes those of the events that have handlers; empty: of all
     */
    ReplayingProcessor(
            PooledStreamingEventProcessor.Builder builder,
            Supplier<StoredEvents> stored,
            TokenStore tokens,
            TransactionManager transactions,
            int partSize,
            Set<String> aggregateTypes) {
        super(builder);
        this.stored = stored;
        this.tokens = tokens;
        this.transactions = transactions;
        this.partSize = partSize;
        this.aggregateTypes = aggregateTypes;
    }

    private record Part(List<? extends TrackedEventMessage<?>> events, long reached) {}

    /**
     * Takes the events from its position up to another one. It must not be running, here or elsewhere; to go on it is started.
     *
     * <p>What it has taken is committed when it ends early, or fails.
     *
     * @param upTo a position that is stored
     * @param goesOn asked between two parts
     * @throws Exception of a handler or of the database
     */
    public void replay(long upTo, BooleanSupplier goesOn) throws Exception {
        TrackingToken token =
                transactions.fetchInTransaction(() -> tokens.fetchToken(getName(), SEGMENT.getSegmentId()));
        try (ExecutorService reader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(getName() + "-replay").daemon().factory())) {
            long position = positionOf(token);
            Future<Part> next = read(reader, position, upTo);
            while (position < upTo && goesOn.getAsBoolean()) {
                Part part = next.get();
                position = part.reached();
                next = read(reader, position, upTo);
                token = take(part, token);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            // From here on another process may dead-letter events of this view.
            eventHandlerInvoker().segmentReleased(SEGMENT);
            transactions.executeInTransaction(() -> tokens.releaseClaim(getName(), SEGMENT.getSegmentId()));
        }
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    private Future<Part> read(ExecutorService reader, long after, long upTo) {
        return reader.submit(() -> {
            if (after >= upTo) {
                return new Part(List.of(), upTo);
            }
            List<TrackedEventMessage<?>> events = stored.get().between(after, upTo, aggregateTypes, partSize);
            for (TrackedEventMessage<?> event : events) {
                if (canHandleType(event.getPayloadType())) {
                    event.getPayload();
                }
            }
            boolean complete = events.size() < partSize;
            return new Part(
                    events, complete ? upTo : positionOf(events.getLast().trackingToken()));
        });
    }

    private TrackingToken take(Part part, @Nullable TrackingToken before) throws Exception {
        TrackingToken token = before;
        List<TrackedEventMessage<?>> batch = new ArrayList<>(part.events().size());
        for (TrackedEventMessage<?> event : part.events()) {
            token = WrappedToken.advance(token, event.trackingToken());
            if (canHandle(event, SEGMENT)) {
                batch.add(event.withTrackingToken(token));
            }
        }
        TrackingToken reached = WrappedToken.advance(token, new GlobalSequenceTrackingToken(part.reached()));
        if (batch.isEmpty()) {
            transactions.executeInTransaction(() -> store(reached));
        } else {
            UnitOfWork<TrackedEventMessage<?>> unitOfWork = new BatchingUnitOfWork<>(batch);
            unitOfWork.attachTransaction(transactions);
            unitOfWork.onPrepareCommit(ready -> store(reached));
            processInUnitOfWork(batch, unitOfWork, List.of(SEGMENT));
        }
        return reached;
    }

    /** Axon tries a batch again after an exception; after an Error it would never handle one again, without a word. */
    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> batch,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments)
            throws Exception {
        try {
            super.processInUnitOfWork(batch, unitOfWork, segments);
        } catch (Error e) {
            throw new IllegalStateException("An Error ended a batch of " + getName(), e);
        }
    }

    private void store(TrackingToken token) {
        tokens.storeToken(token, getName(), SEGMENT.getSegmentId());
    }
}
