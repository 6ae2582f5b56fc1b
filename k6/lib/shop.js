// Orders of one piece and their payments; what was answered is counted, and compared at the end.
import { sleep } from 'k6';
import { Account } from './account.js';
import { call, fault, must } from './api.js';
import { CANCEL_ORDER, CHARGE, ORDER, PAY, PLACE_ORDER } from './endpoints.js';
import { customer } from './tokens.js';
import { PRICE, settleStock } from './truth.js';

const holds = new Account('holds');
const releases = new Account('releases');
const sales = new Account('sales');

/** What can be charged at once, and for how many orders it is enough: one piece, and what sending it costs. */
export const POINTS = 2000000;
const ORDERS = POINTS / (PRICE + 3000);

const DECIDED_SECONDS = 30;

/**
 * Orders that were told to be held, given back and paid, by the answers and by the histories of the stocks.
 *
 * @param bought how many must be ordered, and how many paid, at least
 * @param cancelled how many must be given back at least
 */
export function shopThresholds(bought, cancelled) {
  return { ...holds.thresholds(bought), ...sales.thresholds(bought), ...releases.thresholds(cancelled) };
}

/** Gives the users of a run the means to pay that many orders together. */
export function charge(run, users, orders) {
  if (orders > users * ORDERS) {
    throw new Error(`Their points are enough for ${ORDERS} orders each: give more USERS`);
  }
  for (let user = 0; user < users; user++) {
    const userId = String(run + user);
    must(CHARGE, { token: customer(userId), path: { userId }, body: { amount: POINTS } });
  }
}

/**
 * Places an order of one piece.
 *
 * @param key an Idempotency-Key, or none
 * @return the order's id when its piece is held, else null
 */
export function place(userId, productId, key) {
  const token = customer(userId);
  const body = { userId, items: [{ productId, quantity: 1 }] };
  holds.asking();
  const answer = call(PLACE_ORDER, { token, body, key, refusals: ['OUT_OF_STOCK'] });
  if (answer.kind !== 'accepted') {
    dropUnlessUnknown(holds, answer);
    return null;
  }
  const order = answer.json();
  const status = answer.status === 202 ? decided(token, order.orderId, 'PENDING') : order.status;
  if (status === 'AWAITING_PAYMENT') {
    holds.told();
    return order.orderId;
  }
  if (status !== null) {
    holds.not();
  }
  if (status !== null && (answer.status !== 202 || status !== 'REJECTED')) {
    fault(`an order that was answered with ${answer.status} is ${status}: ${JSON.stringify(order)}`);
  }
  return null;
}

/** Pays an order with points. Returns whether the client was told that it is paid. */
export function pay(userId, orderId, key) {
  const token = customer(userId);
  sales.asking();
  const answer = call(PAY, { token, body: { orderId }, key });
  if (answer.kind !== 'accepted') {
    dropUnlessUnknown(sales, answer);
    return false;
  }
  const status = answer.status === 202 ? decided(token, orderId, 'AWAITING_PAYMENT') : 'PAID';
  if (status === 'PAID') {
    sales.told();
  } else if (status !== null) {
    sales.not();
    fault(`a payment that was answered with ${answer.status} left the order ${status}: ${orderId}`);
  }
  return status === 'PAID';
}

/** Cancels an order that is not paid. */
export function cancel(userId, orderId) {
  releases.asking();
  const answer = call(CANCEL_ORDER, { token: customer(userId), path: { orderId } });
  if (answer.kind === 'accepted') {
    releases.told();
  } else {
    dropUnlessUnknown(releases, answer);
  }
}

function dropUnlessUnknown(account, answer) {
  if (answer.kind !== 'unknown') {
    account.not();
  }
}

/** The thresholds of orders of something else than stock, and how many of them the server has sold. */
export const salesThresholds = (least) => sales.thresholds(least);
export const salesStored = (count) => sales.stored(count);

/** Compares all with the server. */
export function settle(products, stock) {
  const counts = settleStock(products, stock);
  holds.stored(counts.StockHeld);
  releases.stored(counts.StockReleased);
  sales.stored(counts.StockSold);
}

/** The order's status when it is no longer that one, or null when it still is after half a minute. */
function decided(token, orderId, undecided) {
  for (let i = 0; i < DECIDED_SECONDS; i++) {
    sleep(1);
    const answer = call(ORDER, { token, path: { orderId } });
    if (answer.kind === 'accepted' && answer.json().status !== undecided) {
      return answer.json().status;
    }
  }
  return null;
}
