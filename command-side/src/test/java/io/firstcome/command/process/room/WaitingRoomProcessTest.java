package io.firstcome.command.process.room;

import static io.firstcome.command.process.ExampleOrder.ANNA;
import static io.firstcome.command.process.ExampleOrder.CUP;
import static io.firstcome.command.process.ExampleOrder.FIRST_HOLD;
import static io.firstcome.command.process.ExampleOrder.HOLD_EXPIRES;
import static io.firstcome.command.process.ExampleOrder.NOW;
import static io.firstcome.command.process.ExampleOrder.ORDER;
import static io.firstcome.command.process.ExampleOrder.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.firstcome.command.process.ExampleOrder;
import io.firstcome.command.process.PastEvents;
import io.firstcome.command.process.StoredExampleOrder;
import io.firstcome.command.waitingroom.api.RoomCommand.CreateRoom;
import io.firstcome.command.waitingroom.api.RoomCommand.EndPlaces;
import io.firstcome.command.waitingroom.api.RoomDirectoryCommand.EndProtection;
import io.firstcome.command.waitingroom.api.RoomsOfItems;
import io.firstcome.command.waitingroom.lookup.ExampleRoom;
import io.firstcome.contract.AggregateCommand;
import io.firstcome.events.UserId;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.OrderedDate;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.RoomPlanned;
import io.firstcome.events.waitingroom.RoomEvent.RoomClosed;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A planned room is made, a closed one frees what it protected, and what is bought makes place for the next. */
class WaitingRoomProcessTest {

    private static final RoomId ROOM = new RoomId("drop-7");
    private static final RoomId OTHER = new RoomId("drop-8");
    private static final DateId DATE = new DateId("d1");
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final OrderLine GREEN_TEA = new OrderLine(TEA.productId(), new SkuId("green"), 1, false);

    private final List<AggregateCommand> sent = new ArrayList<>();
    private final Map<ProtectedItem, RoomId> protectedItems = new HashMap<>();

    private final RoomsOfItems rooms = new RoomsOfItems() {
        @Override
        public @Nullable RoomId of(ProtectedItem item) {
            return protectedItems.get(item);
        }

        @Override
        public boolean isAny() {
            return !protectedItems.isEmpty();
        }
    };

    static Stream<Object> ends() {
        return Stream.of(
                ExampleOrder.paid(FIRST_HOLD),
                ExampleOrder.cancelledUnpaid(),
                ExampleOrder.cancelledPaid(),
                ExampleOrder.expired());
    }

    private static ProtectedItem product(OrderLine line) {
        return new ProtectedItem(ProtectedItem.Type.PRODUCT, line.productId().value());
    }

    private static EndPlaces done(RoomId room, Instant begunAt, Instant at) {
        return new EndPlaces(room, List.of(new EndPlaces.Use(ANNA, begunAt, at)));
    }

    /** Handles the events as one batch of the processor, stored ten minutes after what was before. */
    private void handle(PastEvents past, Object... events) {
        AnnotationEventHandlerAdapter process =
                new AnnotationEventHandlerAdapter(new WaitingRoomProcess(sent::add, past, rooms));
        List<EventMessage<?>> batch = Stream.of(events)
                .<EventMessage<?>>map(event -> new GenericEventMessage<>(new GenericMessage<>(event), () -> LATER))
                .toList();
        ResultMessage<Object> result = new BatchingUnitOfWork<>(batch).executeWithResult(() -> {
            EventMessage<?> event = (EventMessage<?>) CurrentUnitOfWork.get().getMessage();
            return process.handle(event);
        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }

    private static PastEvents seatsOf(DateId date) {
        return StoredExampleOrder.of(new OrderPlaced(
                ORDER,
                ANNA,
                List.of(OrderLine.ofSeat(date, 7), OrderLine.ofSeat(date, 8)),
                null,
                HOLD_EXPIRES,
                new OrderedDate(new ConcertId("c1"), date, NOW.plusSeconds(86_400)),
                NOW));
    }

    @Test
    void givenPlan_whenARoomIsPlanned_thenItIsMadeAsPlanned() {
        RoomTerms terms = ExampleRoom.terms();
        handle(StoredExampleOrder.of(), new RoomPlanned(ROOM, terms, NOW));

        assertThat(sent).containsExactly(new CreateRoom(ROOM, terms, NOW));
    }

    @Test
    void givenRoom_whenItIsClosed_thenItsProtectionEnds() {
        handle(StoredExampleOrder.of(), new RoomClosed(ROOM, NOW));

        assertThat(sent).containsExactly(new EndProtection(ROOM, NOW));
    }

    @Test
    void givenProtectedCoupon_whenItIsIssued_thenThePlaceOfItsUserEnds() {
        protectedItems.put(new ProtectedItem(ProtectedItem.Type.COUPON, "c1"), ROOM);
        handle(StoredExampleOrder.of(), new CouponIssued(new CouponId("c1"), ANNA, 1, NOW, LATER));

        assertThat(sent).containsExactly(done(ROOM, NOW, NOW));
    }

    /** In a rush a batch has hundreds of them. */
    @Test
    void givenBatch_whenManyPiecesAreIssued_thenThePlacesOfAllEndByOneCommand() {
        protectedItems.put(new ProtectedItem(ProtectedItem.Type.COUPON, "c1"), ROOM);
        protectedItems.put(new ProtectedItem(ProtectedItem.Type.COUPON, "c2"), OTHER);
        UserId ben = new UserId("ben");
        handle(
                StoredExampleOrder.of(),
                new CouponIssued(new CouponId("c1"), ANNA, 1, NOW, LATER),
                new CouponIssued(new CouponId("c2"), ANNA, 1, NOW, LATER),
                new CouponIssued(new CouponId("c1"), ben, 2, LATER, LATER));

        assertThat(sent)
                .containsExactly(
                        new EndPlaces(
                                ROOM, List.of(new EndPlaces.Use(ANNA, NOW, NOW), new EndPlaces.Use(ben, LATER, LATER))),
                        done(OTHER, NOW, NOW));
    }

    @Test
    void givenOtherThingsThatAreProtected_whenACouponIsIssued_thenNothingIsSent() {
        protectedItems.put(new ProtectedItem(ProtectedItem.Type.COUPON, "c2"), ROOM);
        protectedItems.put(new ProtectedItem(ProtectedItem.Type.PRODUCT, "c1"), ROOM);
        handle(StoredExampleOrder.of(), new CouponIssued(new CouponId("c1"), ANNA, 1, NOW, LATER));

        assertThat(sent).isEmpty();
    }

    /** A place that is younger than the order was not for it. */
    @ParameterizedTest
    @MethodSource("ends")
    void givenOrderOfAProtectedProduct_whenItEnds_thenThePlaceEndsThatWasThereWhenItWasPlaced(Object end) {
        protectedItems.put(product(CUP), ROOM);
        handle(StoredExampleOrder.of(ExampleOrder.placed()), end);

        assertThat(sent).containsExactly(done(ROOM, NOW, LATER));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void givenOrderOfSeatsOfAProtectedDate_whenItEnds_thenThePlaceEndsOnce(Object end) {
        protectedItems.put(new ProtectedItem(ProtectedItem.Type.CONCERT_DATE, "d1"), ROOM);
        handle(seatsOf(DATE), end);

        assertThat(sent).containsExactly(done(ROOM, NOW, LATER));
    }

    /** A line of seats has a product's id, too; that is no product. */
    @Test
    void givenProtectedProductOfTheNameOfADate_whenAnOrderOfSeatsEnds_thenNothingIsSent() {
        protectedItems.put(new ProtectedItem(ProtectedItem.Type.PRODUCT, "d1"), ROOM);
        handle(seatsOf(DATE), ExampleOrder.expired());

        assertThat(sent).isEmpty();
    }

    @Test
    void givenProductsBehindTwoRooms_whenTheOrderEnds_thenBothPlacesEnd() {
        protectedItems.put(product(TEA), ROOM);
        protectedItems.put(product(CUP), OTHER);
        handle(StoredExampleOrder.of(ExampleOrder.placed()), ExampleOrder.expired());

        assertThat(sent).containsExactly(done(ROOM, NOW, LATER), done(OTHER, NOW, LATER));
    }

    @Test
    void givenTwoOptionsOfOneProduct_whenTheOrderEnds_thenItsPlaceEndsOnce() {
        protectedItems.put(product(TEA), ROOM);
        PastEvents past = StoredExampleOrder.of(
                new OrderPlaced(ORDER, ANNA, List.of(TEA, GREEN_TEA, CUP), null, HOLD_EXPIRES, NOW));
        handle(past, ExampleOrder.expired());

        assertThat(sent).containsExactly(done(ROOM, NOW, LATER));
    }

    @Test
    void givenOrderOfWhatIsNotProtected_whenItEnds_thenNothingIsSent() {
        protectedItems.put(new ProtectedItem(ProtectedItem.Type.PRODUCT, "coffee"), ROOM);
        handle(StoredExampleOrder.of(ExampleOrder.placed()), ExampleOrder.expired());

        assertThat(sent).isEmpty();
    }

    /** Reading it would fail: it is not stored. */
    @ParameterizedTest
    @MethodSource("ends")
    void givenNoRoomAtAll_whenAnOrderEnds_thenItIsNotEvenRead(Object end) {
        handle(StoredExampleOrder.of(), end);

        assertThat(sent).isEmpty();
    }

    /** The control of the one before. What is thrown here is dead-lettered. */
    @ParameterizedTest
    @MethodSource("ends")
    void givenAnyRoom_whenAnOrderEndsThatWasNeverPlaced_thenItFails(Object end) {
        protectedItems.put(product(CUP), ROOM);

        assertThatIllegalStateException().isThrownBy(() -> handle(StoredExampleOrder.of(), end));
    }

    /** Events come at least once; room and directory take the second command for nothing. */
    @Test
    void givenSameEventTwice_whenHandled_thenTheSameCommandIsSentAgain() {
        protectedItems.put(product(CUP), ROOM);
        PastEvents past = StoredExampleOrder.of(ExampleOrder.placed());
        handle(past, ExampleOrder.expired());
        handle(past, ExampleOrder.expired());

        assertThat(sent).containsExactly(done(ROOM, NOW, LATER), done(ROOM, NOW, LATER));
    }

    @Test
    void givenClass_whenLookedAt_thenItsGroupIsNamedAndItIsNeverReplayed() {
        assertThat(WaitingRoomProcess.class.getAnnotation(ProcessingGroup.class).value())
                .isEqualTo("waiting-room-process");
        assertThat(WaitingRoomProcess.class).hasAnnotation(DisallowReplay.class);
    }
}
