// Everybody looks at the stock of a few products, while pieces come in. How old is what they see?
import { sleep } from 'k6';
import { Trend } from 'k6/metrics';
import { Account } from './lib/account.js';
import { call, counted, fault, must, p99, thresholds } from './lib/api.js';
import { RECEIVE_STOCK, STOCK } from './lib/endpoints.js';
import { constant, dropped } from './lib/load.js';
import { seconds, whole } from './lib/settings.js';
import { STATS, summary } from './lib/summary.js';
import { admin } from './lib/tokens.js';
import { awaitProcessors, events, newProducts, newRun, same, TRUTH_THRESHOLDS } from './lib/truth.js';

const RATE = whole('RATE', 500);
const DURATION = seconds('DURATION', '30s');
const PIECES = whole('STOCK', 1000);
const PRODUCTS = 20;
const WRITES = 5;

const deliveries = new Account('deliveries');
const staleness = new Trend('staleness', true);

export const options = {
  scenarios: { readers: constant(RATE, DURATION, 'read'), writer: constant(WRITES, DURATION, 'write') },
  thresholds: {
    ...thresholds(0.01),
    ...p99(STOCK, whole('P99', 300)),
    ...dropped(RATE, DURATION),
    ...deliveries.thresholds(WRITES),
    staleness: ['p(99)<250'],
    ...TRUTH_THRESHOLDS,
  },
  summaryTrendStats: STATS,
  teardownTimeout: '10m',
};

export function setup() {
  const products = newProducts(newRun(), PRODUCTS, PIECES);
  awaitProcessors();
  return products;
}

/** One look at one product. Nobody buys, so all that is there is available. */
export const read = counted((products) => {
  const productId = products[Math.floor(Math.random() * PRODUCTS)];
  const answer = call(STOCK, { path: { productId } });
  if (answer.kind === 'accepted') {
    const view = answer.json();
    if (view.onHand !== view.available + view.held || view.onHand !== PIECES + view.version || view.sold !== 0) {
      fault(`stock that can't be: ${JSON.stringify(view)}`);
    }
  }
});

/** One piece comes in. From the answer on, how long is the old number shown? */
export const write = counted((products) => {
  const productId = products[Math.floor(Math.random() * PRODUCTS)];
  deliveries.asking();
  const answer = call(RECEIVE_STOCK, { token: admin(), path: { productId }, body: { quantity: 1 } });
  if (answer.kind !== 'accepted') {
    if (answer.kind !== 'unknown') {
      deliveries.not();
    }
    return;
  }
  deliveries.told();
  const version = Number(answer.headers.Etag.replace(/"/g, ''));
  const since = Date.now();
  while (Date.now() - since < 5000) {
    const seen = call(STOCK, { path: { productId } });
    if (seen.kind === 'accepted' && seen.json().version >= version) {
      break;
    }
    sleep(0.005);
  }
  staleness.add(Date.now() - since);
});

export function teardown(products) {
  awaitProcessors();
  let received = 0;
  for (const productId of products) {
    let ofThis = 0;
    events('stock', productId, (event) => {
      ofThis += event.type === 'StockReceived' ? event.payload.quantity : 0;
    });
    same(`stock of ${productId}`, PIECES + ofThis, must(STOCK, { path: { productId } }).available);
    received += ofThis;
  }
  console.log(`server: ${received} pieces came in`);
  deliveries.stored(received);
}

export const handleSummary = summary('stock-reads');
