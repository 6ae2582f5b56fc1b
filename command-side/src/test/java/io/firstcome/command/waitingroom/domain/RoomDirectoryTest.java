package io.firstcome.command.waitingroom.domain;

import static io.firstcome.command.waitingroom.domain.TestRoom.NOW;
import static io.firstcome.command.waitingroom.domain.TestRoom.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.command.waitingroom.api.RoomDirectoryCommand.EndProtection;
import io.firstcome.command.waitingroom.api.RoomDirectoryCommand.PlanRoom;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.ProtectionEnded;
import io.firstcome.events.waitingroom.RoomDirectoryEvent.RoomPlanned;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.events.waitingroom.RoomOrder;
import io.firstcome.events.waitingroom.RoomTerms;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** A room's id is used once, and a thing is behind one room at a time. */
class RoomDirectoryTest {

    private static final ProtectedItem COUPON = new ProtectedItem(ProtectedItem.Type.COUPON, "1");
    private static final ProtectedItem PRODUCT = new ProtectedItem(ProtectedItem.Type.PRODUCT, "1");
    private static final ProtectedItem DATE = new ProtectedItem(ProtectedItem.Type.CONCERT_DATE, "d1");

    private final FixtureConfiguration<RoomDirectory> fixture = new AggregateTestFixture<>(RoomDirectory.class);

    private static RoomTerms before(ProtectedItem... items) {
        return new RoomTerms("Sale", List.of(items), 50, 600, RoomOrder.FIFO, null, 60, 300, null);
    }

    private static PlanRoom plan(String room, ProtectedItem... items) {
        return new PlanRoom(new RoomId(room), before(items), NOW);
    }

    private static RoomPlanned planned(String room, ProtectedItem... items) {
        return new RoomPlanned(new RoomId(room), before(items), NOW);
    }

    private static EndProtection endProtection(String room) {
        return new EndProtection(new RoomId(room), NOW);
    }

    private static ProtectionEnded protectionEnded(String room) {
        return new ProtectionEnded(new RoomId(room), NOW);
    }

    @Test
    void givenNoRooms_whenOneIsPlanned_thenItIsToldWithItsTerms() {
        fixture.givenNoPriorActivity()
                .when(plan("r1", COUPON, DATE))
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(planned("r1", COUPON, DATE))
                .expectEvents(planned("r1", COUPON, DATE));
    }

    @Test
    void givenRoom_whenAnotherIsPlannedBeforeOtherThings_thenBothStand() {
        fixture.given(planned("r1", COUPON)).when(plan("r2", DATE)).expectEvents(planned("r2", DATE));
    }

    @Test
    void givenRoom_whenItsIdIsPlannedAgain_thenItExists() {
        fixture.given(planned("r1", COUPON))
                .when(plan("r1", DATE))
                .expectNoEvents()
                .expectException(rejection(RoomErrorCode.ROOM_EXISTS));
    }

    /** Those who had a place in the old one hold admissions to a room of this id. */
    @Test
    void givenRoomThatWasClosed_whenItsIdIsPlannedAgain_thenItExists() {
        fixture.given(planned("r1", COUPON), protectionEnded("r1"))
                .when(plan("r1", COUPON))
                .expectNoEvents()
                .expectException(rejection(RoomErrorCode.ROOM_EXISTS));
    }

    @Test
    void givenProtectedThing_whenAnotherRoomIsPlannedBeforeIt_thenItIsAlreadyProtected() {
        fixture.given(planned("r1", COUPON, DATE))
                .when(plan("r2", PRODUCT, DATE))
                .expectNoEvents()
                .expectException(rejection(RoomErrorCode.ALREADY_PROTECTED));
    }

    @Test
    void givenProtectedThing_whenARoomIsPlannedBeforeAnotherKindOfTheSameId_thenItIsPlanned() {
        fixture.given(planned("r1", COUPON)).when(plan("r2", PRODUCT)).expectEvents(planned("r2", PRODUCT));
    }

    @Test
    void givenProtectedThing_whenAKnownIdIsPlannedBeforeIt_thenTheIdIsToldFirst() {
        fixture.given(planned("r1", COUPON))
                .when(plan("r1", COUPON))
                .expectException(rejection(RoomErrorCode.ROOM_EXISTS));
    }

    @Test
    void givenProtection_whenItEnds_thenAnotherRoomMayStandThere() {
        fixture.given(planned("r1", COUPON, DATE))
                .when(endProtection("r1"))
                .expectSuccessfulHandlerExecution()
                .expectEvents(protectionEnded("r1"));
        fixture.given(planned("r1", COUPON, DATE), protectionEnded("r1"))
                .when(plan("r2", DATE))
                .expectEvents(planned("r2", DATE));
    }

    @Test
    void givenProtectionThatHasEnded_whenItEndsAgain_thenNothingHappens() {
        fixture.given(planned("r1", COUPON), protectionEnded("r1"))
                .when(endProtection("r1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    /** The process may end the protection of the old room late: that of the next one stays. */
    @Test
    void givenNextRoomBeforeTheSameThing_whenTheOldProtectionEndsAgain_thenTheNextOneStays() {
        List<?> past = List.of(planned("r1", COUPON), protectionEnded("r1"), planned("r2", COUPON));

        fixture.given(past)
                .when(endProtection("r1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(past).when(plan("r3", COUPON)).expectException(rejection(RoomErrorCode.ALREADY_PROTECTED));
    }

    @Test
    void givenRoomThatWasNeverPlanned_whenItsProtectionEnds_thenNothingHappens() {
        fixture.given(planned("r1", COUPON))
                .when(endProtection("r9"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void givenNoRooms_whenAProtectionEnds_thenTheRoomIsUnknown() {
        fixture.givenNoPriorActivity()
                .when(endProtection("r1"))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
        assertThat(endProtection("r1").whenUnknown()).isEqualTo(RoomErrorCode.ROOM_NOT_FOUND);
        assertThat(endProtection("r1").aggregateId()).isEqualTo("room-directory:all");
    }
}
