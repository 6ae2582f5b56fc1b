// A few pieces, gone at once, and users who ask again and again. Nearly all is refused, and that must stay cheap.
import { counted, p99, thresholds } from './lib/api.js';
import { ask, campaignThresholds, settle, winnerThresholds } from './lib/campaign.js';
import { PUBLISH } from './lib/endpoints.js';
import { constant, dropped } from './lib/load.js';
import { seconds, whole } from './lib/settings.js';
import { STATS, summary } from './lib/summary.js';
import { newCoupon, newRun, TRUTH_THRESHOLDS } from './lib/truth.js';

const RATE = whole('RATE', 400);
const DURATION = seconds('DURATION', '30s');
const USERS = whole('USERS', 1000);
const STOCK = whole('STOCK', 100);

if (USERS < 2 * STOCK || RATE * DURATION < USERS) {
  throw new Error('This needs two USERS or more for each of STOCK, and as many requests as USERS (RATE, DURATION)');
}

export const options = {
  scenarios: { storm: constant(RATE, DURATION) },
  thresholds: {
    ...thresholds(0.01),
    ...p99(PUBLISH, whole('P99', 300)),
    ...dropped(RATE, DURATION),
    // So all pieces go, and whoever comes later is refused.
    ...campaignThresholds(STOCK, Math.floor(0.99 * (RATE * DURATION - STOCK))),
    ...winnerThresholds(),
    ...TRUTH_THRESHOLDS,
  },
  summaryTrendStats: STATS,
  teardownTimeout: '10m',
};

export function setup() {
  const run = newRun();
  return { run, couponId: newCoupon(run, STOCK) };
}

export default counted(({ run, couponId }) => {
  ask(couponId, String(run + Math.floor(Math.random() * USERS)), ['COUPON_SOLD_OUT', 'COUPON_ALREADY_ISSUED']);
});

export function teardown({ couponId }) {
  settle(couponId, STOCK);
}

export const handleSummary = summary('sold-out-storm');
