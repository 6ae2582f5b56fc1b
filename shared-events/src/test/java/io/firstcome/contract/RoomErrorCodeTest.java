package io.firstcome.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.contract.RejectionCode.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Clients compare with these names: a name once published never changes. */
class RoomErrorCodeTest {

    @Test
    void givenPublishedCodes_whenListed_thenNamesAndKindsAreAsPublished() {
        assertThat(Arrays.stream(RoomErrorCode.values()).map(code -> code.kind() + " " + code.name()))
                .containsExactlyInAnyOrder(
                        Kind.NOT_FOUND + " ROOM_NOT_FOUND",
                        Kind.CONFLICT + " ROOM_EXISTS",
                        Kind.CONFLICT + " ALREADY_PROTECTED",
                        Kind.CONFLICT + " ROOM_CLOSED",
                        Kind.CONFLICT + " ROOM_NOT_SHUFFLED",
                        Kind.NOT_FOUND + " NOT_IN_ROOM",
                        Kind.FORBIDDEN + " ADMISSION_REQUIRED",
                        Kind.FORBIDDEN + " ADMISSION_INVALID",
                        Kind.FORBIDDEN + " ADMISSION_EXPIRED");
    }

    @Test
    void givenKinds_whenToldOverHttp_thenEachHasItsStatus() {
        assertThat(Arrays.stream(Kind.values()).map(kind -> kind + " " + kind.status()))
                .containsExactlyInAnyOrder("NOT_FOUND 404", "CONFLICT 409", "PAYMENT_REQUIRED 402", "FORBIDDEN 403");
    }

    @Test
    void givenCode_whenToldToAPerson_thenItHasOneShortSentence() {
        assertThat(RoomErrorCode.values())
                .allSatisfy(code -> assertThat(code.title()).isNotBlank().hasSizeLessThan(80));
    }
}
