package io.firstcome.command.waitingroom.domain;

import static io.firstcome.command.waitingroom.domain.TestRoom.ID;
import static io.firstcome.command.waitingroom.domain.TestRoom.NOW;
import static io.firstcome.command.waitingroom.domain.TestRoom.admitted;
import static io.firstcome.command.waitingroom.domain.TestRoom.ended;
import static io.firstcome.command.waitingroom.domain.TestRoom.entered;
import static io.firstcome.command.waitingroom.domain.TestRoom.opened;

import io.firstcome.command.waitingroom.api.RoomCommand.AdmitUsers;
import io.firstcome.events.waitingroom.PlaceEnd;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** Pieces are counted before the room is asked: a place that ends in between may have taken one of them. */
class CountedSupplyTest {

    /** Anna took a piece and is done; ben, cleo and dan wait. */
    private static TestExecutor<WaitingRoom> givenAnnaIsDone() {
        return TestRoom.fixture()
                .given(TestRoom.of(10, 100).created(), opened())
                .andGiven(entered("anna", 1), entered("ben", 2), entered("cleo", 3), entered("dan", 4))
                .andGiven(admitted("anna", 1, NOW), ended("anna", PlaceEnd.DONE, NOW));
    }

    private static AdmitUsers admit(long supply, int endedBefore) {
        return new AdmitUsers(ID, supply, endedBefore, NOW, NOW);
    }

    @Test
    void givenPlaceThatEndedSince_whenTheCountIsTwo_thenOneIsLetIn() {
        givenAnnaIsDone().when(admit(2, 0)).expectEvents(admitted("ben", 2, NOW));
    }

    @Test
    void givenPlaceThatEndedBefore_whenTheCountIsTwo_thenTwoAreLetIn() {
        givenAnnaIsDone().when(admit(2, 1)).expectEvents(admitted("ben", 2, NOW), admitted("cleo", 3, NOW));
    }

    @Test
    void givenPlaceThatEndedSince_whenTheCountIsOne_thenNobodyIsLetInOrToldThatAllIsSold() {
        givenAnnaIsDone().when(admit(1, 0)).expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
