// What k6 was told compared with what the server stored.
import { Counter } from 'k6/metrics';

/** That teardown() came so far; the summary of a run that broke off before says so. */
const compared = new Counter('compared');

/**
 * Counts one kind of thing on both sides. VUs can't be asked at the end what they saw, and a threshold knows one metric
 * only; so two counters are kept as differences, which answers raise and teardown() lowers, or the other way round:
 *
 * `…_not_stored`: told to a client, but not stored: must not be above 0.
 * `…_not_told`: stored, but no client was told, nor is one left in the dark: must not be above 0.
 *
 * A request is counted when it is sent, because the end of a run may cut it off. Both are exactly 0 when every request
 * got an answer that says what was done.
 */
export class Account {
  constructor(name) {
    this.name = name;
    this.toldCount = new Counter(`${name}_told`);
    this.storedCount = new Counter(`${name}_stored`);
    this.notStored = new Counter(`${name}_not_stored`);
    this.notTold = new Counter(`${name}_not_told`);
  }

  /** @param least how many must have been told, or 0: so that a run in which nothing happened does not pass */
  thresholds(least) {
    return {
      ...(least > 0 ? { [`${this.name}_told`]: [`count>=${least}`] } : {}),
      [`${this.name}_not_stored`]: ['count<=0'],
      [`${this.name}_not_told`]: ['count<=0'],
    };
  }

  /** It may be done from now on; told() or not() follows, or neither when the answer does not tell. */
  asking(count = 1) {
    this.notTold.add(-count);
  }

  /** The client was told that it is done. */
  told(count = 1) {
    this.toldCount.add(count);
    this.notStored.add(count);
  }

  /** The client was told that it is not done. */
  not(count = 1) {
    this.notTold.add(count);
  }

  /** What the server has: in teardown(), once. */
  stored(count) {
    // A threshold on a counter without any value is left out by k6.
    this.toldCount.add(0);
    this.storedCount.add(count);
    this.notStored.add(-count);
    this.notTold.add(count);
    compared.add(1);
  }
}
