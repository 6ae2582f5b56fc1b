package io.firstcome.command.admission;

import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ADMISSION;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ANNA;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.BEN;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.COUPON;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.DATE;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.NOW;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.PRODUCT;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ROOM;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.admitted;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.closed;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.created;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.ended;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.entered;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.fifo;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.opened;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.planned;
import static io.firstcome.command.waitingroom.lookup.ExampleRoom.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.firstcome.axon.idempotency.IdempotencyKey;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.axon.idempotency.RememberedOutcome;
import io.firstcome.command.waitingroom.lookup.MemoryRooms;
import io.firstcome.command.waitingroom.lookup.Place;
import io.firstcome.command.waitingroom.lookup.PlaceStatus;
import io.firstcome.contract.RoomErrorCode;
import io.firstcome.events.waitingroom.PlaceEnd;
import io.firstcome.events.waitingroom.ProtectedItem;
import io.firstcome.events.waitingroom.RoomId;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.AdmissionHeader;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.Role;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what a room protects: Anna, who is let in as the first, and in some cases somebody else. */
class AdmissionCheckTest {

    private static final RoomId OTHER = new RoomId("drop-8");
    private static final IdempotentRequest KEY = new IdempotentRequest("key", new byte[] {1});

    private final MemoryRooms memory = new MemoryRooms();
    private final AdmissionTokens tokens = new AdmissionTokens(
            RoomSecrets.of(new AdmissionProperties("0123456789abcdef0123456789abcdef", Duration.ofSeconds(1)), null));
    private final Presence presence = new Presence();
    private final IdempotencyStore outcomes = mock(IdempotencyStore.class);
    private final SettableClock clock = new SettableClock(NOW);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AdmissionCheck admissionCheck = new AdmissionCheck(memory.rooms(), tokens, presence, outcomes, clock, metrics);

    @BeforeEach
    void annaIsLetIn() {
        memory.happened(planned(ROOM, terms()), created(ROOM, terms()), opened(ROOM));
        memory.happened(entered(ROOM, ANNA, 1), entered(ROOM, BEN, 2), admitted(ROOM, ANNA, 1));
    }

    private String token(RoomId room, String user, int number) {
        return tokens.sign(
                room, user, new Place(PlaceStatus.ADMITTED, 0, 0, 300, number, NOW, NOW, NOW.plus(ADMISSION), null));
    }

    private String annas() {
        return token(ROOM, "anna", 1);
    }

    private static AdmissionCheck.Request request(
            String user, String caller, @Nullable String token, @Nullable IdempotentRequest key) {
        return new AdmissionCheck.Request(
                user,
                token == null ? null : new AdmissionHeader(token),
                new Caller(caller, Set.of(Role.CUSTOMER), null),
                key);
    }

    private static AdmissionCheck.Request byAnna(@Nullable String token) {
        return request("anna", "anna", token, null);
    }

    private void assertPasses(ProtectedItem item, AdmissionCheck.Request request) {
        assertThatNoException().isThrownBy(() -> admissionCheck.require(item, request));
    }

    private void assertRefused(RoomErrorCode code, AdmissionCheck.Request request) {
        double before = refusals(code);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> admissionCheck.require(COUPON, request))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code.name()))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(403))
                .satisfies(problem -> assertThat(problem.members()).containsEntry("roomId", ROOM.value()));
        assertThat(refusals(code) - before).isEqualTo(1);
        assertThat(presence.takeSeen()).as("who is refused is not there").isEmpty();
    }

    private double refusals(RoomErrorCode code) {
        return metrics.get("firstcome.refusals")
                .tag("code", code.name())
                .counter()
                .count();
    }

    private void givenOutcome(String caller) {
        IdempotencyKey key = new IdempotencyKey(caller, "key");
        when(outcomes.find(List.of(key))).thenReturn(Map.of(key, new RememberedOutcome(key, "01", "{}")));
    }

    @Test
    void givenThingBehindNoRoom_whenAskedFor_thenNothingIsNeeded() {
        assertPasses(PRODUCT, byAnna(null));
        assertThat(presence.takeSeen()).isEmpty();
    }

    @Test
    void givenGoodAdmission_whenAskedFor_thenItPassesWithoutTheStoreAndTheUserIsThere() {
        assertPasses(COUPON, byAnna(annas()));

        assertThat(presence.takeSeen()).isEqualTo(Map.of(ROOM, List.of(ANNA)));
        verifyNoInteractions(outcomes);
        assertThat(metrics.find("firstcome.refusals").counters()).hasSize(3).allMatch(counter -> counter.count() == 0);
    }

    @Test
    void givenNoAdmission_whenAskedFor_thenItIsRequired() {
        assertRefused(RoomErrorCode.ADMISSION_REQUIRED, byAnna(null));
    }

    /** The answer of a repeated request is for who shows the admission, not for everybody who knows the key. */
    @Test
    void givenNoAdmissionAndAStoredOutcome_whenAskedFor_thenItIsRequired() {
        givenOutcome("anna");

        assertRefused(RoomErrorCode.ADMISSION_REQUIRED, request("anna", "anna", null, KEY));
    }

    @Test
    void givenAdmissionThatWeHaveNotSigned_whenAskedFor_thenItIsInvalid() {
        String[] parts = annas().split("\\.", -1);

        assertRefused(RoomErrorCode.ADMISSION_INVALID, byAnna(""));
        assertRefused(RoomErrorCode.ADMISSION_INVALID, byAnna("a.b.c"));
        assertRefused(RoomErrorCode.ADMISSION_INVALID, byAnna(parts[0] + "." + parts[1] + "."));
    }

    @Test
    void givenAdmissionOfAnotherUser_whenAskedFor_thenItIsInvalid() {
        assertRefused(RoomErrorCode.ADMISSION_INVALID, request("ben", "ben", annas(), null));
        assertRefused(RoomErrorCode.ADMISSION_INVALID, request("ben", "anna", annas(), null));
    }

    /** An operator who acts for Anna sends hers. */
    @Test
    void givenOperator_whenTheyAskForAnna_thenHerAdmissionCounts() {
        assertPasses(COUPON, request("anna", "operator", annas(), null));
        assertThat(presence.takeSeen()).isEqualTo(Map.of(ROOM, List.of(ANNA)));
    }

    @Test
    void givenAdmissionOfAnotherRoom_whenAskedFor_thenItIsInvalid() {
        memory.happened(planned(OTHER, fifo(null, DATE)), created(OTHER, fifo(null, DATE)));

        assertRefused(RoomErrorCode.ADMISSION_INVALID, byAnna(token(OTHER, "anna", 1)));
    }

    @Test
    void givenAdmission_whenItsTimeIsOver_thenItIsExpired() {
        clock.advance(ADMISSION.minusNanos(1));
        assertPasses(COUPON, byAnna(annas()));
        assertThat(presence.takeSeen()).hasSize(1);
        clock.advance(Duration.ofNanos(1));

        assertRefused(RoomErrorCode.ADMISSION_EXPIRED, byAnna(annas()));
    }

    @Test
    void givenAdmission_whenItsPlaceHasEnded_thenItIsExpired() {
        memory.happened(ended(ROOM, ANNA, PlaceEnd.DONE));
        assertRefused(RoomErrorCode.ADMISSION_EXPIRED, byAnna(annas()));
        memory.happened(entered(ROOM, ANNA, 3), admitted(ROOM, ANNA, 2));

        assertRefused(RoomErrorCode.ADMISSION_EXPIRED, byAnna(annas()));
        assertPasses(COUPON, byAnna(token(ROOM, "anna", 2)));
    }

    /** Another node let Ben in, and the news of it is not here yet. */
    @Test
    void givenAdmissionThatIsNotKnownYet_whenAskedFor_thenItPasses() {
        assertPasses(COUPON, request("ben", "ben", token(ROOM, "ben", 2), null));
    }

    @Test
    void givenEndedAdmission_whenTheRequestWasAnsweredBefore_thenItPasses() {
        memory.happened(ended(ROOM, ANNA, PlaceEnd.DONE));
        assertRefused(RoomErrorCode.ADMISSION_EXPIRED, request("anna", "anna", annas(), KEY));
        givenOutcome("anna");

        assertPasses(COUPON, request("anna", "anna", annas(), KEY));
    }

    @Test
    void givenExpiredAdmission_whenTheRequestWasAnsweredBefore_thenItPasses() {
        clock.advance(ADMISSION);
        givenOutcome("anna");

        assertPasses(COUPON, request("anna", "anna", annas(), KEY));
        assertRefused(RoomErrorCode.ADMISSION_EXPIRED, byAnna(annas()));
    }

    @Test
    void givenEndedAdmission_whenAnotherCallerWasAnsweredUnderTheKey_thenItIsExpired() {
        memory.happened(ended(ROOM, ANNA, PlaceEnd.DONE));
        givenOutcome("ben");

        assertRefused(RoomErrorCode.ADMISSION_EXPIRED, request("anna", "anna", annas(), KEY));
    }

    /** A stored outcome makes no admission of what is none. */
    @Test
    void givenForeignAdmission_whenTheRequestWasAnsweredBefore_thenItIsInvalid() {
        givenOutcome("ben");

        assertRefused(RoomErrorCode.ADMISSION_INVALID, request("ben", "ben", annas(), KEY));
    }

    @Test
    void givenClosedRoom_whenItsProtectionIsStillThere_thenItIsOpenToAll() {
        memory.happened(closed(ROOM));

        assertPasses(COUPON, byAnna(null));
        assertPasses(COUPON, byAnna("a.b.c"));
        assertThat(presence.takeSeen()).isEmpty();
    }

    @Test
    void givenPlannedRoom_whenItIsNotMadeYet_thenAnAdmissionIsRequired() {
        memory.happened(planned(OTHER, fifo(null, DATE)));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> admissionCheck.require(DATE, byAnna(null)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("ADMISSION_REQUIRED"))
                .satisfies(problem -> assertThat(problem.members()).containsEntry("roomId", OTHER.value()));
    }

    @Test
    void givenFinishedUser_whenTheThingIsBehindARoom_thenTheRoomIsToBeTold() {
        admissionCheck.finish(PRODUCT, "ben");
        admissionCheck.finish(COUPON, "anna");

        assertThat(presence.takeFinished()).isEqualTo(Map.of(ROOM, List.of(ANNA)));
    }
}
