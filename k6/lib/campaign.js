// One user asks for one piece of a campaign; what was answered is counted, and compared at the end.
import { Account } from './account.js';
import { call, fault } from './api.js';
import { PUBLISH } from './endpoints.js';
import { customer } from './tokens.js';
import { settleCoupon, winner } from './truth.js';

const coupons = new Account('coupons');
const refusals = new Account('refusals');
const winners = new Account('winners');

/**
 * Pieces given, and how many were refused, by the answers and by the server.
 *
 * @param pieces how many must be given at least
 * @param refused how many must be refused at least
 */
export function campaignThresholds(pieces, refused) {
  return { ...coupons.thresholds(pieces), ...refusals.thresholds(refused) };
}

/** Who got which piece: this can only be compared when every request was answered. */
export function winnerThresholds() {
  return winners.thresholds(1);
}

/**
 * Asks for a piece.
 *
 * @param codes refusals that may come
 * @param admission to the waiting room in front of the campaign, or none
 * @return the answer
 */
export function ask(couponId, userId, codes, admission) {
  coupons.asking();
  refusals.asking();
  const body = { userId, couponId };
  const answer = call(PUBLISH, { token: customer(userId), body, refusals: codes, admission });
  if (answer.kind === 'accepted') {
    const piece = answer.json();
    if (answer.status !== 201 || piece.userId !== userId || piece.couponId !== couponId) {
      fault(`${userId} asked for ${couponId} and was given ${JSON.stringify(piece)}`);
    }
    coupons.told();
    refusals.not();
    winners.asking(winner(userId, piece.serial));
    winners.told(winner(userId, piece.serial));
  } else if (answer.kind !== 'unknown') {
    coupons.not();
    // What a waiting room refuses, with 403, does not reach the campaign.
    if (answer.kind === 'refused' && answer.status === 409) {
      refusals.told();
    } else {
      refusals.not();
    }
  }
  return answer;
}

/** Compares all with the server. */
export function settle(couponId, quantity) {
  settleCoupon(couponId, quantity, { coupons, winners, refusals });
}
