// A rush for the seats of one date: each user clicks some times at seats that everybody wants, reserves them and pays.
import exec from 'k6/execution';
import { counted, p99, thresholds } from './lib/api.js';
import { PAY, RESERVE } from './lib/endpoints.js';
import { crowd } from './lib/load.js';
import { seconds, whole } from './lib/settings.js';
import { newDate, popularSeat, reserve, seatThresholds, settleSeats } from './lib/seats.js';
import { charge, pay } from './lib/shop.js';
import { STATS, summary } from './lib/summary.js';
import { newRun, TRUTH_THRESHOLDS } from './lib/truth.js';

const USERS = whole('USERS', 500);
const SEATS = whole('SEATS', 100);
const CLICKS = whole('CLICKS', 4);
const LIMIT = whole('LIMIT', 2);
const VUS = whole('VUS', 50);
const DURATION = seconds('DURATION', '5m');
const P99 = whole('P99', 1000);

export const options = {
  scenarios: { buyers: crowd(USERS, VUS, DURATION) },
  thresholds: {
    ...thresholds(0.01),
    ...p99(RESERVE, P99),
    ...p99(PAY, P99),
    ...seatThresholds(Math.floor(0.8 * Math.min(SEATS, USERS)), 0),
    ...TRUTH_THRESHOLDS,
  },
  summaryTrendStats: STATS,
  setupTimeout: '10m',
  teardownTimeout: '10m',
};

export function setup() {
  const run = newRun();
  charge(run, USERS, USERS * LIMIT);
  return { run, date: newDate(run, SEATS, LIMIT) };
}

export default counted(({ run, date }) => {
  const userId = String(run + exec.scenario.iterationInTest);
  for (let click = 0; click < CLICKS; click++) {
    const reservationId = reserve(userId, date, [popularSeat(SEATS)]);
    if (reservationId) {
      pay(userId, reservationId);
    }
  }
});

export function teardown({ date }) {
  settleSeats(date, SEATS, LIMIT);
}

export const handleSummary = summary('seats');
