// Order, hold, pay: each arrival is one buyer of one piece, who pays with points. The stock may run out on the way.
import exec from 'k6/execution';
import { counted, p99, thresholds } from './lib/api.js';
import { PAY, PLACE_ORDER } from './lib/endpoints.js';
import { constant, dropped } from './lib/load.js';
import { seconds, whole } from './lib/settings.js';
import { charge, pay, place, settle, shopThresholds } from './lib/shop.js';
import { STATS, summary } from './lib/summary.js';
import { newProducts, newRun, TRUTH_THRESHOLDS } from './lib/truth.js';

const RATE = whole('RATE', 20);
const DURATION = seconds('DURATION', '30s');
const USERS = whole('USERS', 100);
const STOCK = whole('STOCK', 500);
const P99 = whole('P99', 1000);

export const options = {
  scenarios: { buyers: constant(RATE, DURATION) },
  thresholds: {
    ...thresholds(0.01),
    ...p99(PLACE_ORDER, P99),
    ...p99(PAY, P99),
    ...dropped(RATE, DURATION),
    // Most of what can be bought is bought, or something else stood in the way.
    ...shopThresholds(Math.floor(0.9 * Math.min(STOCK, RATE * DURATION)), 0),
    ...TRUTH_THRESHOLDS,
  },
  summaryTrendStats: STATS,
  setupTimeout: '10m',
  teardownTimeout: '10m',
};

export function setup() {
  const run = newRun();
  charge(run, USERS, RATE * DURATION);
  return { run, products: newProducts(run, 1, STOCK) };
}

export default counted(({ run, products }) => {
  const userId = String(run + (exec.scenario.iterationInTest % USERS));
  const orderId = place(userId, products[0]);
  if (orderId) {
    pay(userId, orderId);
  }
});

export function teardown({ products }) {
  settle(products, STOCK);
}

export const handleSummary = summary('order-payment');
