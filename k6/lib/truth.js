// What a run sets up at the server, and what it reads there when it is over.
import { sleep } from 'k6';
import { Counter, Gauge } from 'k6/metrics';
import { must } from './api.js';
import * as endpoint from './endpoints.js';
import { admin } from './tokens.js';

const PAGE = 1000;
const CATCH_UP_SECONDS = 120;

const mismatches = new Counter('mismatches');
const catchUp = new Gauge('catch_up_seconds');

/** Refusals are added up at the server once a second. */
const REFUSALS_SECONDS = 2;

/** What teardown() must have found. Both are always there: without a value a threshold would be left out. */
export const TRUTH_THRESHOLDS = {
  mismatches: ['count==0'],
  catch_up_seconds: [`value<${CATCH_UP_SECONDS}`],
};

/** A number that no other run has, with room for a million users behind it. Ids in a row, as a real shop has them. */
export function newRun() {
  return Math.floor(Date.now() / 1000) * 1000000;
}

/** A campaign of that many pieces, 1,000 off. */
export function newCoupon(run, quantity) {
  const couponId = `k6-${run}`;
  must(endpoint.CREATE_COUPON, {
    token: admin(),
    body: { couponId, name: 'Load test', quantity, discount: { type: 'FIXED', value: 1000 } },
  });
  return couponId;
}

/** Of each product. */
export const PRICE = 1000;

/** Products with that stock. */
export function newProducts(run, count, stock) {
  const products = [];
  for (let i = 1; i <= count; i++) {
    const productId = `k6-${run}-${i}`;
    must(endpoint.CREATE_PRODUCT, {
      token: admin(),
      body: { productId, name: `Load test ${i}`, price: PRICE, stock, category: 'load-test' },
    });
    products.push(productId);
  }
  return products;
}

/** Compares two figures of the server, and prints what differs. */
export function same(what, expected, actual) {
  const equal = JSON.stringify(expected) === JSON.stringify(actual);
  mismatches.add(equal ? 0 : 1);
  if (!equal) {
    console.error(`MISMATCH ${what}: ${JSON.stringify(expected)} and ${JSON.stringify(actual)}`);
  }
}

/** Waits until every processor has handled what was stored by now, and none has dead-lettered anything. */
export function awaitProcessors() {
  const head = must(endpoint.AUDIT_HEAD, { token: admin() }).position;
  const begun = Date.now();
  let behind;
  do {
    const items = must(endpoint.PROCESSORS, { token: admin() }).items;
    behind = items.filter((processor) => processor.position < head).map((processor) => processor.name);
    catchUp.add((Date.now() - begun) / 1000);
    if (behind.length === 0) {
      same('dead-lettered', [], items.filter((processor) => processor.deadLetters > 0).map((processor) => processor.name));
      return;
    }
    sleep(0.2);
  } while (Date.now() - begun < CATCH_UP_SECONDS * 1000);
  console.error(`behind after ${CATCH_UP_SECONDS} s: ${behind}`);
}

/** All events of an aggregate, in commit order, as the auditor reads them. */
export function events(aggregateType, aggregateId, each) {
  let after = 0;
  while (after !== null) {
    const page = must(endpoint.AUDIT, {
      token: admin(),
      query: { aggregateType, aggregateId, after, limit: PAGE },
    });
    page.items.forEach(each);
    after = page.next;
  }
}

/** A number for who got which piece. Sums of these are the same only for the same winners, but for chance. */
export function winner(userId, serial) {
  return (((Number(userId) || 0) % 1000003) * 7919 + serial * 104729) % 2147483647;
}

/**
 * The campaign by its view and by its events: no user and no serial twice, serials without holes, not more than there
 * are, and all of them if anybody was told that they are gone.
 */
export function settleCoupon(couponId, quantity, { coupons, winners, refusals }) {
  awaitProcessors();
  sleep(REFUSALS_SECONDS);
  const users = new Set();
  const serials = new Set();
  let sum = 0;
  events('coupon', couponId, (event) => {
    if (event.type === 'CouponIssued') {
      users.add(event.payload.userId);
      serials.add(event.payload.serial);
      sum += winner(event.payload.userId, event.payload.serial);
      same('no holes in the serials', serials.size, event.payload.serial);
    }
  });
  const view = must(endpoint.COUPON, { token: admin(), path: { couponId } });
  same('users with a piece and pieces', serials.size, users.size);
  same('issued in the view and in the events', serials.size, view.issued);
  same('remaining', quantity - serials.size, view.remaining);
  same('status', serials.size === quantity ? 'SOLD_OUT' : 'OPEN', view.status);
  const counts = view.refusals || {};
  if (counts.COUPON_SOLD_OUT > 0) {
    same('issued when it was told sold out', quantity, serials.size);
  }
  console.log(`server: ${serials.size} of ${quantity} issued, refusals ${JSON.stringify(counts)}`);
  coupons.stored(serials.size);
  winners.stored(sum);
  refusals.stored(Object.values(counts).reduce((total, count) => total + count, 0));
}

/** How often each type of event is in the histories of these stocks; the views must say what these add up to. */
export function settleStock(products, received) {
  awaitProcessors();
  const counts = { StockHeld: 0, StockReleased: 0, StockSold: 0, StockReturned: 0 };
  for (const productId of products) {
    const pieces = { StockHeld: 0, StockReleased: 0, StockSold: 0, StockReturned: 0 };
    const holds = {};
    events('stock', productId, ({ type, payload }) => {
      if (type === 'StockHeld') {
        holds[payload.holdId] = payload.lines.reduce((sum, line) => sum + line.quantity, 0);
      }
      if (type in pieces) {
        counts[type]++;
        pieces[type] += holds[payload.holdId];
      }
    });
    const held = pieces.StockHeld - pieces.StockReleased - pieces.StockSold;
    const sold = pieces.StockSold - pieces.StockReturned;
    const view = must(endpoint.STOCK, { path: { productId } });
    same(`stock of ${productId}`,
      { onHand: received - sold, held, available: received - held - sold, sold },
      { onHand: view.onHand, held: view.held, available: view.available, sold: view.sold });
    same(`oversold ${productId}`, true, held >= 0 && held + sold <= received);
  }
  console.log(`server: ${JSON.stringify(counts)}`);
  return counts;
}
