package io.firstcome.standalone;

import static io.firstcome.standalone.GeneratedClients.PASSWORD;
import static io.firstcome.standalone.GeneratedClients.client;
import static io.firstcome.standalone.GeneratedClients.clientOf;
import static io.firstcome.standalone.GeneratedClients.operator;
import static io.firstcome.standalone.GeneratedClients.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.example.client.ApiClient;
import org.example.client.ApiException;
import org.example.client.api.ConcertApi;
import org.example.client.api.PaymentApi;
import org.example.client.api.ReservationApi;
import org.example.client.model.ConcertResponse;
import org.example.client.model.CreateConcertRequest;
import org.example.client.model.DateResponse;
import org.example.client.model.Id;
import org.example.client.model.OpenDateRequest;
import org.example.client.model.PayOrderRequest;
import org.example.client.model.PayOrderResponse;
import org.example.client.model.PlaceReservationRequest;
import org.example.client.model.PlaceReservationResponse;
import org.example.client.model.Problem;
import org.example.client.model.ReservationStatusStep;
import org.example.client.model.ReservationViewResponse;
import org.example.client.model.SeatMapResponse;
import org.example.client.model.SeatOfDate;
import org.junit.jupiter.api.Test;

/** The tour's calls about seats by a client that is generated from {@code docs/openapi.json}. */
class GeneratedClientSeatsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BUYER = "63";
    private static final String SLOWER = "64";

    private static DateResponse newDate() throws ApiException {
        ConcertApi concerts = new ConcertApi(operator());
        ConcertResponse concert = concerts.createConcert(
                new CreateConcertRequest().title("Generated").artist("The Firsts"), null);
        assertThat(concert.getVenue()).isNull();
        return concerts.openDate(
                concert.getConcertId(),
                new OpenDateRequest().startsAt(OffsetDateTime.parse("2099-01-01T19:00:00Z")),
                null);
    }

    private static PlaceReservationRequest seats(String user, DateResponse date, Integer... seats) {
        return new PlaceReservationRequest()
                .userId(new Id(user))
                .concertId(new Id(date.getConcertId()))
                .dateId(new Id(date.getDateId()))
                .seats(List.of(seats));
    }

    @Test
    void givenFreeSeats_whenReservedPaidAndCancelled_thenEachStepIsRead() throws Exception {
        DateResponse date = newDate();
        ApiClient buyer = clientOf(BUYER, PASSWORD);
        ReservationApi reservations = new ReservationApi(buyer);

        PlaceReservationResponse held = reservations.placeReservation(seats(BUYER, date, 7, 8), null, null);
        Problem taken = refusal(
                409,
                () -> new ReservationApi(clientOf(SLOWER, PASSWORD))
                        .placeReservation(seats(SLOWER, date, 8, 9), null, null));
        PayOrderResponse paid = new PaymentApi(buyer)
                .payOrder(new PayOrderRequest().reservationId(new Id(held.getReservationId())), null);

        assertThat(date.getSeats()).isEqualTo(50);
        assertThat(held.getStatus()).isEqualTo(PlaceReservationResponse.StatusEnum.HELD);
        assertThat(held.getAmount()).isEqualTo(40_000);
        assertThat(taken.getCode()).isEqualTo(Problem.CodeEnum.SEAT_TAKEN);
        assertThat(taken.getSeats()).containsExactly(8);
        assertThat(paid.getStatus()).isEqualTo(PayOrderResponse.StatusEnum.APPROVED);
        SeatMapResponse map = await().atMost(PATIENCE)
                .until(
                        () -> new ConcertApi(client())
                                .listSeats(date.getConcertId(), date.getDateId(), "SOLD", null, null, null, null),
                        sold -> sold.getItems().size() == 2);
        assertThat(map.getItems()).extracting(SeatOfDate::getSeat).containsExactly(7, 8);

        reservations.cancelReservation(held.getReservationId(), null);

        ReservationViewResponse refunded = await().atMost(PATIENCE)
                .until(
                        () -> reservations.findReservation(held.getReservationId(), null),
                        view -> view.getStatus() == ReservationViewResponse.StatusEnum.REFUNDED);
        assertThat(refunded.getHistory())
                .extracting(ReservationStatusStep::getStatus)
                .startsWith(
                        ReservationStatusStep.StatusEnum.PENDING,
                        ReservationStatusStep.StatusEnum.HELD,
                        ReservationStatusStep.StatusEnum.PAID)
                .endsWith(ReservationStatusStep.StatusEnum.REFUNDED);
        assertThat(reservations.listReservations(BUYER, 1, null).getItems())
                .extracting(ReservationViewResponse::getReservationId)
                .containsExactly(held.getReservationId());
    }
}
