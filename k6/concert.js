// An evening's sale: most people look for a seat and pay, some only look, some have no money.
import { sleep } from 'k6';
import exec from 'k6/execution';
import { call, counted, fault, must, p99, thresholds } from './lib/api.js';
import { CONCERTS, DATE, DATES, FASTEST, MY_POINTS, MY_RESERVATIONS, PAY, RESERVE, SEATS } from './lib/endpoints.js';
import { people } from './lib/load.js';
import { seconds, whole } from './lib/settings.js';
import { cancelReservation, newDate, payWithoutPoints, reserve, seatThresholds, settleSeats } from './lib/seats.js';
import { charge, pay, POINTS } from './lib/shop.js';
import { thoughtful } from './lib/shopper.js';
import { STATS, summary } from './lib/summary.js';
import { customer } from './lib/tokens.js';
import { newRun, PRICE, same, TRUTH_THRESHOLDS } from './lib/truth.js';

const BUYERS = whole('BUYERS', 120);
const LOOKERS = whole('LOOKERS', 60);
const BROKE = whole('BROKE', 20);
const DURATION = seconds('DURATION', '2m');
const SEATS_THERE = whole('SEATS', 500);
const LIMIT = whole('LIMIT', 2);
const P99 = whole('P99', 1000);

export const options = {
  scenarios: {
    buyers: people(BUYERS, DURATION, 'buyer'),
    lookers: people(LOOKERS, DURATION, 'looker'),
    broke: people(BROKE, DURATION, 'broke'),
  },
  thresholds: {
    ...thresholds(0.01),
    ...p99(RESERVE, P99),
    ...p99(PAY, P99),
    ...p99(SEATS, P99 / 2),
    ...seatThresholds(BUYERS, 1),
    ...TRUTH_THRESHOLDS,
  },
  summaryTrendStats: STATS,
  setupTimeout: '10m',
  teardownTimeout: '10m',
};

export function setup() {
  const run = newRun();
  charge(run, BUYERS, BUYERS);
  return { run, date: newDate(run, SEATS_THERE, LIMIT) };
}

/** What this person has paid for. Each has a VU of their own. */
const mine = [];

/** Takes one of the free seats that are nearest to the stage, and pays it; who has as many as they may gives one back. */
export const buyer = counted(({ run, date }) => {
  const userId = String(run + ((exec.vu.idInTest - 1) % BUYERS));
  if (mine.length === LIMIT) {
    cancelReservation(userId, mine.shift(), true);
  }
  const seat = freeSeat(date);
  thoughtful();
  const reservationId = seat && reserve(userId, date, [seat]);
  if (!reservationId) {
    return;
  }
  thoughtful();
  if (Math.random() < 0.8) {
    if (pay(userId, reservationId)) {
      mine.push(reservationId);
    }
  } else {
    cancelReservation(userId, reservationId, false);
  }
});

/** Follows a date for some time, and asks only for what has changed. */
export const looker = counted(({ date }) => {
  call(CONCERTS);
  call(FASTEST);
  call(DATES, { path: { concertId: date } });
  call(DATE, { path: { concertId: date, dateId: date } });
  const all = call(SEATS, { path: { concertId: date, dateId: date } });
  if (all.kind !== 'accepted') {
    return;
  }
  const { items, version } = all.json();
  if (items.length !== SEATS_THERE) {
    fault(`${items.length} seats`);
  }
  let known = version;
  for (let i = 0; i < 5; i++) {
    sleep(1);
    const changed = call(SEATS, { path: { concertId: date, dateId: date }, query: { since: known } });
    if (changed.kind === 'accepted') {
      const next = changed.json();
      if (next.version === known && next.items.length > 0) {
        fault(`seats change without a version: ${JSON.stringify(next)}`);
      }
      known = Math.max(known, next.version);
    }
  }
});

/** Reserves and cannot pay: the seat is free again. */
export const broke = counted(({ run, date }) => {
  const userId = String(run + 500000 + exec.vu.idInTest);
  const seat = freeSeat(date);
  const reservationId = seat && reserve(userId, date, [seat]);
  if (!reservationId) {
    thoughtful();
    return;
  }
  thoughtful();
  payWithoutPoints(userId, reservationId);
  call(MY_RESERVATIONS, { token: customer(userId), path: { userId } });
  thoughtful();
});

/** One of the first twenty that are free, or null. */
function freeSeat(date) {
  const answer = call(SEATS, { path: { concertId: date, dateId: date }, query: { status: 'AVAILABLE' } });
  const free = answer.kind === 'accepted' ? answer.json().items.slice(0, 20) : [];
  return free.length ? free[Math.floor(Math.random() * free.length)].seat : null;
}

export function teardown({ run, date }) {
  const sold = settleSeats(date, SEATS_THERE, LIMIT);
  let left = 0;
  for (let user = 0; user < BUYERS; user++) {
    const userId = String(run + user);
    left += must(MY_POINTS, { token: customer(userId), path: { userId } }).balance;
  }
  same('points of all buyers', BUYERS * POINTS - sold * PRICE, left);
}

export const handleSummary = summary('concert');
