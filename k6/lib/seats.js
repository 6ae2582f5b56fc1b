// Reservations of seats of one date, and what became of each seat.
import { sleep } from 'k6';
import { Account } from './account.js';
import { call, fault, must } from './api.js';
import { CANCEL_RESERVATION, CREATE_CONCERT, OPEN_DATE, PAY, RESERVATION, RESERVE, SEATS } from './endpoints.js';
import { salesStored, salesThresholds } from './shop.js';
import { admin, customer } from './tokens.js';
import { awaitProcessors, events, PRICE, same } from './truth.js';

const reservations = new Account('reservations');
const freed = new Account('freed');
const returned = new Account('returned');
const DECIDED_SECONDS = 30;
const TAKEN = ['SEAT_TAKEN', 'LIMIT_PER_USER'];

/**
 * @param least how many must be reserved, and how many paid
 * @param cancelled how many must be cancelled, before and after they are paid
 */
export function seatThresholds(least, cancelled) {
  return {
    ...reservations.thresholds(least), ...salesThresholds(least),
    ...freed.thresholds(cancelled), ...returned.thresholds(cancelled),
  };
}

/** A date with that many seats, which is on sale; the concert has the same id. */
export function newDate(run, seats, limitPerUser) {
  const id = `k6-${run}`;
  must(CREATE_CONCERT, { token: admin(), body: { concertId: id, title: 'Load test', artist: 'k6' } });
  must(OPEN_DATE, {
    token: admin(),
    path: { concertId: id },
    body: {
      dateId: id, startsAt: '2099-01-01T19:00:00Z', limitPerUser,
      grades: [{ grade: 'ALL', price: PRICE, from: 1, to: seats }],
    },
  });
  return id;
}

/** The front seats are wanted most: half of all clicks are at the first fifth. */
export function popularSeat(seats) {
  const range = Math.random() < 0.5 ? Math.ceil(seats / 5) : seats;
  return 1 + Math.floor(Math.random() * range);
}

/** Reserves seats. Returns the reservation's id when they are held, else null. */
export function reserve(userId, date, seats) {
  const token = customer(userId);
  reservations.asking();
  const answer = call(RESERVE, { token, body: { userId, concertId: date, dateId: date, seats }, refusals: TAKEN });
  if (answer.kind !== 'accepted') {
    if (answer.kind !== 'unknown') {
      reservations.not();
    }
    if (answer.code === 'SEAT_TAKEN' && !answer.json().seats.every((seat) => seats.includes(seat))) {
      fault(`SEAT_TAKEN does not name the seats that were asked for: ${JSON.stringify(answer.json())}`);
    }
    return null;
  }
  const reservation = answer.json();
  const status = answer.status === 202 ? becomes(token, reservation.reservationId, 'PENDING') : reservation.status;
  if (status === 'HELD') {
    reservations.told();
    return reservation.reservationId;
  }
  if (status !== null) {
    reservations.not();
  }
  return null;
}

/** Cancels a reservation. What was paid is waited for. */
export function cancelReservation(userId, reservationId, paid) {
  const token = customer(userId);
  const account = paid ? returned : freed;
  account.asking();
  const answer = call(CANCEL_RESERVATION, { token, path: { reservationId } });
  if (answer.kind !== 'accepted') {
    if (answer.kind !== 'unknown') {
      account.not();
    }
    return;
  }
  const status = paid ? becomes(token, reservationId, 'PAID', 'CANCELLED') : 'CANCELLED';
  if (status === (paid ? 'REFUNDED' : 'CANCELLED')) {
    account.told();
  } else if (status !== null) {
    fault(`a reservation that was cancelled is ${status}: ${reservationId}`);
  }
}

/** A payment that is refused for want of points: it ends the reservation, and its seats are free. */
export function payWithoutPoints(userId, reservationId) {
  const token = customer(userId);
  freed.asking();
  const answer = call(PAY, { token, body: { reservationId }, refusals: ['INSUFFICIENT_POINTS'] });
  if (answer.kind === 'unknown') {
    return;
  }
  const status = answer.kind === 'refused' || answer.status === 202 ? becomes(token, reservationId, 'HELD') : 'HELD';
  if (status === 'CANCELLED') {
    freed.told();
  } else if (status !== null) {
    freed.not();
    if (answer.kind !== 'shed') {
      fault(`paid without points, ${answer.status}: ${reservationId} is ${status}`);
    }
  }
}

/** The reservation's status when it is none of these any more, or null when it still is after half a minute. */
function becomes(token, reservationId, ...passing) {
  for (let i = 0; i < DECIDED_SECONDS; i++) {
    sleep(1);
    const answer = call(RESERVATION, { token, path: { reservationId } });
    if (answer.kind === 'accepted' && !passing.includes(answer.json().status)) {
      return answer.json().status;
    }
  }
  return null;
}

/**
 * The seats by their events and by the view: one owner each, nobody above the limit, and both say the same.
 *
 * @return how many are sold now
 */
export function settleSeats(date, seats, limitPerUser) {
  awaitProcessors();
  const owners = {};
  const users = {};
  const counts = { SeatsHeld: 0, SeatsSold: 0, SeatsReleased: 0, SeatsReturned: 0 };
  events('concert-date', date, ({ type, payload }) => {
    if (type in counts) {
      counts[type]++;
    }
    if (type === 'SeatsHeld') {
      payload.seats.forEach(({ seat }) => {
        same(`seat ${seat} was free`, undefined, owners[seat]);
        owners[seat] = { order: payload.orderId, status: 'HELD' };
      });
      users[payload.userId] = (users[payload.userId] || 0) + payload.seats.length;
      same(`${payload.userId} is within the limit`, true, users[payload.userId] <= limitPerUser);
    } else if (type === 'SeatsSold') {
      payload.seats.forEach((seat) => {
        same(`seat ${seat} is sold to its owner`, payload.orderId, (owners[seat] || {}).order);
        owners[seat] = { order: payload.orderId, status: 'SOLD' };
      });
    } else if (type === 'SeatsReleased' || type === 'SeatsReturned') {
      payload.seats.forEach((seat) => {
        same(`seat ${seat} comes back from its owner`, payload.orderId, (owners[seat] || {}).order);
        delete owners[seat];
      });
      users[payload.userId] -= payload.seats.length;
    }
  });
  const view = must(SEATS, { path: { concertId: date, dateId: date } }).items;
  same('seats', seats, view.length);
  view.forEach(({ seat, status }) =>
    same(`status of seat ${seat}`, owners[seat] ? owners[seat].status : 'AVAILABLE', status));
  console.log(`server: ${JSON.stringify(counts)}`);
  reservations.stored(counts.SeatsHeld);
  salesStored(counts.SeatsSold);
  freed.stored(counts.SeatsReleased);
  returned.stored(counts.SeatsReturned);
  return Object.values(owners).filter(({ status }) => status === 'SOLD').length;
}
