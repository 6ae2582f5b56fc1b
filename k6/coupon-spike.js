// Everybody comes at once for one campaign: each user asks once, and the pieces run out on the way.
import exec from 'k6/execution';
import { counted, p99, thresholds } from './lib/api.js';
import { ask, campaignThresholds, settle, winnerThresholds } from './lib/campaign.js';
import { PUBLISH } from './lib/endpoints.js';
import { dropped, spike } from './lib/load.js';
import { seconds, whole } from './lib/settings.js';
import { STATS, summary } from './lib/summary.js';
import { newCoupon, newRun, TRUTH_THRESHOLDS } from './lib/truth.js';

const RATE = whole('RATE', 300);
const DURATION = seconds('DURATION', '30s');
const STOCK = whole('STOCK', 5000);

export const options = {
  scenarios: { spike: spike(RATE, DURATION) },
  thresholds: {
    ...thresholds(0.01),
    ...p99(PUBLISH, whole('P99', 500)),
    ...dropped(RATE, DURATION),
    ...campaignThresholds(Math.min(STOCK, RATE * DURATION), 0),
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
  ask(couponId, String(run + exec.scenario.iterationInTest), ['COUPON_SOLD_OUT']);
});

export function teardown({ couponId }) {
  settle(couponId, STOCK);
}

export const handleSummary = summary('coupon-spike');
