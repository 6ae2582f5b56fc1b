// The same visits at a rate that is easily kept, for long: does it stay as fast as it was, and does anything pile up?
import exec from 'k6/execution';
import { Trend } from 'k6/metrics';
import { counted, thresholds } from './lib/api.js';
import { constant, dropped } from './lib/load.js';
import { seconds, whole } from './lib/settings.js';
import { closeShop, openShop, shopperThresholds, visit } from './lib/shopper.js';
import { STATS, summary } from './lib/summary.js';
import { TRUTH_THRESHOLDS } from './lib/truth.js';

const RATE = whole('RATE', 10);
const DURATION = seconds('DURATION', '1h');
const USERS = whole('USERS', 200);
const STOCK = whole('STOCK', 1000000);
const P99 = whole('P99', 1000);

/** Whole visits, without pauses. */
const early = new Trend('visit_first_quarter', true);
const late = new Trend('visit_last_quarter', true);

export const options = {
  scenarios: { people: constant(RATE, DURATION) },
  thresholds: {
    ...thresholds(0.001),
    ...shopperThresholds(P99 / 2, P99),
    ...dropped(RATE, DURATION),
    visit_last_quarter: [`p(99)<${2 * P99}`],
    ...TRUTH_THRESHOLDS,
  },
  summaryTrendStats: STATS,
  setupTimeout: '10m',
  teardownTimeout: '30m',
};

export function setup() {
  return openShop(USERS, STOCK, RATE * DURATION);
}

export default counted((shop) => {
  const begun = Date.now();
  const progress = exec.scenario.progress;
  visit(shop, USERS, () => {});
  if (progress < 0.25) {
    early.add(Date.now() - begun);
  } else if (progress >= 0.75) {
    late.add(Date.now() - begun);
  }
});

export function teardown(shop) {
  closeShop(shop, STOCK);
}

export const handleSummary = summary('soak');
