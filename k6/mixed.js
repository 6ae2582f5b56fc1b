// 200 people in the shop for some minutes, each doing one thing after the other, with pauses.
import { counted, thresholds } from './lib/api.js';
import { people } from './lib/load.js';
import { seconds, whole } from './lib/settings.js';
import { closeShop, openShop, shopperThresholds, thoughtful, visit } from './lib/shopper.js';
import { STATS, summary } from './lib/summary.js';
import { TRUTH_THRESHOLDS } from './lib/truth.js';

const USERS = whole('USERS', 200);
const DURATION = seconds('DURATION', '3m');
const STOCK = whole('STOCK', 500);
const P99 = whole('P99', 1000);

export const options = {
  scenarios: { people: people(USERS, DURATION) },
  thresholds: { ...thresholds(0.01), ...shopperThresholds(P99 / 2, P99), ...TRUTH_THRESHOLDS },
  summaryTrendStats: STATS,
  setupTimeout: '10m',
  teardownTimeout: '10m',
};

export function setup() {
  return openShop(USERS, STOCK, USERS * DURATION / 3);
}

export default counted((shop) => visit(shop, USERS, thoughtful));

export function teardown(shop) {
  closeShop(shop, STOCK);
}

export const handleSummary = summary('mixed');
