// What users of the shop do: look around, order, pay, change their mind, take a coupon, see what is theirs.
import { sleep } from 'k6';
import exec from 'k6/execution';
import { call, fault, p99 } from './api.js';
import { ask, campaignThresholds, settle as settleCampaign, winnerThresholds } from './campaign.js';
import { BEST_SELLERS, COUPON, MY_COUPONS, MY_ORDERS, MY_POINTS, PAY, PLACE_ORDER, PRODUCT, PRODUCTS, PUBLISH, STOCK }
  from './endpoints.js';
import { cancel, charge, pay, place, settle as settleShop, shopThresholds } from './shop.js';
import { customer } from './tokens.js';
import { newCoupon, newProducts, newRun } from './truth.js';

const KINDS = 10;

/** p99 in milliseconds of what is read and of what is decided, and that the server agrees. */
export function shopperThresholds(read, decided) {
  return {
    ...p99(PRODUCTS, read),
    ...p99(STOCK, read),
    ...p99(PUBLISH, decided),
    ...p99(PLACE_ORDER, decided),
    ...p99(PAY, decided),
    ...campaignThresholds(1, 0),
    ...winnerThresholds(),
    ...shopThresholds(1, 1),
  };
}

/** A campaign, ten products with that stock each, and points for so many orders of the users together. */
export function openShop(users, stock, orders) {
  const run = newRun();
  charge(run, users, orders);
  return { run, couponId: newCoupon(run, stock), products: newProducts(run, KINDS, stock) };
}

/** One visit. */
export function visit({ run, couponId, products }, users, think) {
  const userId = String(run + (exec.scenario.iterationInTest % users));
  const token = customer(userId);
  const productId = products[Math.floor(Math.random() * products.length)];
  call(Math.random() < 0.2 ? BEST_SELLERS : PRODUCTS);
  think();
  call(PRODUCT, { path: { productId } });
  look(productId);
  think();
  const what = Math.random();
  if (what < 0.5) {
    buy(userId, productId, think);
  } else if (what < 0.8) {
    call(COUPON, { token, path: { couponId } });
    ask(couponId, userId, ['COUPON_ALREADY_ISSUED', 'COUPON_SOLD_OUT']);
    call(MY_COUPONS, { token, path: { userId } });
  } else {
    call(MY_ORDERS, { token });
    call(MY_POINTS, { token, path: { userId } });
  }
  think();
}

/** Orders, and pays in three of four cases, else cancels. Some press the button twice. */
function buy(userId, productId, think) {
  const key = `k6-${userId}-${exec.scenario.iterationInTest}`;
  const orderId = place(userId, productId, key);
  if (!orderId) {
    return;
  }
  if (Math.random() < 0.2) {
    repeat(userId, productId, key, orderId);
  }
  think();
  if (Math.random() < 0.75) {
    pay(userId, orderId, `${key}-pay`);
  } else {
    cancel(userId, orderId);
  }
}

/** The same order with the same key: it is the order that is there. */
function repeat(userId, productId, key, orderId) {
  const body = { userId, items: [{ productId, quantity: 1 }] };
  const again = call(PLACE_ORDER, { token: customer(userId), body, key });
  if (again.kind === 'accepted'
    && (again.json().orderId !== orderId || again.headers['Idempotency-Replayed'] !== 'true')) {
    fault(`not the answer of before: ${key} ${orderId} ${JSON.stringify(again.json())}`);
  }
}

function look(productId) {
  const answer = call(STOCK, { path: { productId } });
  if (answer.kind === 'accepted') {
    const view = answer.json();
    if (view.onHand !== view.available + view.held || view.available < 0 || view.held < 0) {
      fault(`stock that can't be: ${JSON.stringify(view)}`);
    }
  }
}

/** Compares all with the server. */
export function closeShop({ couponId, products }, stock) {
  settleCampaign(couponId, stock);
  settleShop(products, stock);
}

/** Between one and three seconds. */
export function thoughtful() {
  sleep(1 + 2 * Math.random());
}
