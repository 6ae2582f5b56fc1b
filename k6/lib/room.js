// People in a waiting room in front of a campaign, and what became of each place.
import { sleep } from 'k6';
import { Counter, Trend } from 'k6/metrics';
import { Account } from './account.js';
import { call, fault, must } from './api.js';
import { ask } from './campaign.js';
import { CLOSE_ROOM, CREATE_ROOM, ENTER_ROOM, LEAVE_ROOM, PLACE, ROOM } from './endpoints.js';
import { admin, customer } from './tokens.js';
import { awaitProcessors, events, same, winner } from './truth.js';

const entries = new Account('entries');
const admissions = new Account('admissions');
const leaves = new Account('leaves');
const soldOut = new Account('sold_out');

/** Who was admitted when, as one number: this can only be compared when every request was answered. */
const admitted = new Account('admitted_users');

const visits = new Counter('visits_ended');
const waited = new Trend('waited_seconds');

/** From when a person is admitted until they hear of it, asking as often as they are told. */
const heardAfter = new Trend('heard_after_seconds');
const withoutAdmission = new Counter('refused_without_admission');
const anothersAdmission = new Counter('refused_with_anothers');
const endedAdmission = new Counter('refused_with_an_ended');

const MINUTE = 60000;
const POLL_SECONDS = 2;
const PLACE_ENDS_SECONDS = 30;

/** One person in twenty does each of these; the others wait, take a piece and go. */
const HABITS = { 4: 'LEAVES', 9: 'WITHOUT_ADMISSION', 14: 'ANOTHERS_ADMISSION', 19: 'TWICE' };
const EVERY = 20;

/**
 * @param users how many people come
 * @param pieces how many pieces there are, fewer than people who stay
 */
export function roomThresholds(users, pieces) {
  const leaving = Math.ceil(users / EVERY);
  return {
    visits_ended: [`count>=${users}`],
    ...entries.thresholds(users),
    ...admissions.thresholds(pieces),
    ...admitted.thresholds(1),
    ...soldOut.thresholds(users - pieces - leaving),
    ...leaves.thresholds(1),
    refused_without_admission: ['count>=1'],
    refused_with_anothers: ['count>=1'],
    refused_with_an_ended: ['count>=1'],
  };
}

/** A room in front of a campaign, which is open; it has the same id. */
export function newRoom(couponId, capacity, admitPerMinute) {
  must(CREATE_ROOM, {
    token: admin(),
    body: {
      roomId: couponId, name: 'Load test', protects: [{ type: 'COUPON', id: couponId }], capacity, admitPerMinute,
    },
  });
  return couponId;
}

/** Lets some people come when they are due, and does for each what is due next, until all have gone. */
export function play(visitors) {
  let here = visitors;
  while (here.length > 0) {
    const next = here.reduce((first, visitor) => (visitor.due < first.due ? visitor : first));
    sleep(Math.max(0, next.due - Date.now()) / 1000);
    next.step();
    here = here.filter((visitor) => !visitor.gone);
  }
}

/** The latest admission that somebody of this VU was given. */
let seen = null;

/** One person from entering the room until there is nothing to wait for. */
export class Visitor {
  /**
   * @param room its id, which is that of the campaign, too
   * @param number of the person, which decides what kind of person it is
   * @param due when the person comes, in milliseconds
   */
  constructor(room, userId, number, due) {
    this.room = room;
    this.userId = userId;
    this.due = due;
    this.habit = HABITS[number % EVERY];
    this.asker = { token: customer(userId), path: { roomId: room } };
    this.gone = false;
    this.place = null;
  }

  /** One request, or two. */
  step() {
    if (this.place === null) {
      this.enter();
      return;
    }
    const answer = call(PLACE, this.asker);
    if (answer.kind === 'accepted') {
      this.told(answer.json());
    } else {
      this.again();
    }
  }

  enter() {
    if (!this.tried) {
      this.tried = true;
      this.came = Date.now();
      admissions.asking();
      soldOut.asking();
    }
    entries.asking();
    const answer = call(ENTER_ROOM, this.asker);
    if (answer.kind === 'accepted') {
      if (answer.status === 201) {
        entries.told();
        if (this.place !== null) {
          // Meanwhile nobody waits any more. If it was not so, the events show two places at a time.
          soldOut.asking();
          soldOut.told();
          this.place = null;
        }
      } else {
        entries.not();
        if (this.place === null && !this.entryUnknown) {
          fault(`${this.userId} came for the first time and had a place: ${JSON.stringify(answer.json())}`);
        }
      }
      this.told(answer.json());
    } else {
      if (answer.kind === 'unknown') {
        this.entryUnknown = true;
      } else {
        entries.not();
      }
      this.again();
    }
  }

  /** What a place says: checked against what was said before, and then followed. */
  told(place) {
    const before = this.place;
    this.place = place;
    if (place.roomId !== this.room || place.userId !== this.userId
      || (before !== null && before.enteredAt !== place.enteredAt)) {
      fault(`not the place of ${this.userId}: ${JSON.stringify(place)}, before: ${JSON.stringify(before)}`);
    }
    if (place.admittedAt && !this.wasAdmitted) {
      this.wasAdmitted = true;
      admissions.told();
      admitted.asking(admission(this.userId, place.admittedAt));
      admitted.told(admission(this.userId, place.admittedAt));
      waited.add((Date.now() - this.came) / 1000);
      heardAfter.add((Date.now() - Date.parse(place.admittedAt)) / 1000);
    }
    switch (place.status) {
      case 'WAITING':
        this.wait(before);
        break;
      case 'ADMITTED':
        this.use(place.admission);
        break;
      case 'DONE':
        this.done();
        break;
      default:
        this.go(place.status === 'LEFT' && this.left);
    }
  }

  wait(before) {
    const { position, ahead, admission: early } = this.place;
    if (position < 1 || ahead !== position - 1 || early || (before !== null && !(position <= before.position))) {
      fault(`a place that can't be: ${JSON.stringify(this.place)}, before: ${JSON.stringify(before)}`);
    }
    this.again(this.place.pollAfterSeconds);
    if (this.habit === 'LEAVES') {
      this.leave();
    } else if (this.habit === 'WITHOUT_ADMISSION') {
      this.habit = null;
      this.isRefused('ADMISSION_REQUIRED', withoutAdmission, undefined);
    } else if (this.habit === 'ANOTHERS_ADMISSION' && seen !== null) {
      this.habit = null;
      this.isRefused('ADMISSION_INVALID', anothersAdmission, seen);
    } else if (this.habit === 'TWICE' && !this.enteredTwice) {
      this.enteredTwice = true;
      this.enter();
    }
  }

  leave() {
    leaves.asking();
    const answer = call(LEAVE_ROOM, { ...this.asker, refusals: ['NOT_IN_ROOM'] });
    if (answer.kind === 'accepted') {
      leaves.told();
      this.left = true;
      this.told(answer.json());
    } else if (answer.kind === 'unknown') {
      this.left = true;
    } else {
      // Perhaps nobody waits any more, which the next look says.
      leaves.not();
    }
  }

  /** Takes a piece, then looks whether the place ends. */
  use(given) {
    this.again(1);
    if (this.finished) {
      if (Date.now() - this.finished > PLACE_ENDS_SECONDS * 1000) {
        fault(`a place that does not end: ${JSON.stringify(this.place)}`);
        this.go(true);
      }
      return;
    }
    if (!given) {
      fault(`no admission: ${JSON.stringify(this.place)}`);
      return;
    }
    this.admission = given;
    seen = given;
    const repeated = this.outcomeUnknown ? ['COUPON_ALREADY_ISSUED'] : [];
    const answer = ask(this.room, this.userId, ['COUPON_SOLD_OUT', ...repeated], given);
    if (answer.kind === 'accepted' || answer.kind === 'refused') {
      this.finished = Date.now();
    } else if (answer.kind === 'unknown') {
      this.outcomeUnknown = true;
    }
  }

  done() {
    if (this.place.reason === 'SOLD_OUT' && !this.wasAdmitted) {
      this.turnedAway = true;
      soldOut.told();
      this.go(true);
      return;
    }
    if (this.habit === 'TWICE' && this.admission) {
      // Another node may not know yet that the place has ended.
      this.isRefused('ADMISSION_EXPIRED', endedAdmission, this.admission, 'COUPON_ALREADY_ISSUED');
    }
    this.go(this.finished || this.outcomeUnknown);
  }

  /** Asks for a piece when there is none to be had: with this code. */
  isRefused(code, counter, wrong, ...others) {
    const answer = ask(this.room, this.userId, [code, ...others], wrong);
    if (answer.code === code) {
      counter.add(1);
    } else if (answer.kind === 'accepted') {
      fault(`${this.userId} was given a piece where ${code} is right`);
    }
  }

  /** @param rightly whether the place ended as it should for this person */
  go(rightly) {
    if (!rightly) {
      fault(`a place that ended without a reason: ${JSON.stringify(this.place)}`);
    }
    if (!this.wasAdmitted) {
      admissions.not();
    }
    if (!this.turnedAway) {
      soldOut.not();
    }
    this.gone = true;
    visits.add(1);
  }

  again(seconds) {
    this.due = Date.now() + 1000 * (seconds || POLL_SECONDS);
  }
}

/** A number for who was admitted when. */
function admission(userId, admittedAt) {
  return winner(userId, Date.parse(admittedAt) % 10007);
}

/**
 * The room by its events and by its view, then closes it. At every event: one place for each user; people are admitted
 * in the order in which they came; not more active places than the capacity, and not more without a piece than there
 * are pieces left; not more admissions in any 60 s than the limit. At the end nobody waits, and whoever was admitted
 * and stayed has a piece.
 */
export function settleRoom(room, pieces, capacity, admitPerMinute) {
  awaitProcessors();
  const issued = [];
  events('coupon', room, ({ type, payload, position }) =>
    type === 'CouponIssued' && issued.push({ userId: payload.userId, position }));
  const owners = new Set();
  // A Set keeps the order in which people came.
  const waiting = new Set();
  const active = new Set();
  const withoutPiece = new Set();
  const admittedAt = [];
  const inVain = new Set();
  const counts = { RoomEntered: 0, UserAdmitted: 0, LEFT: 0, DONE: 0, soldOut: 0 };
  let most = 0;
  let tooMany = 0;
  let sum = 0;
  events('waiting-room', room, ({ type, payload, position }) => {
    while (owners.size < issued.length && issued[owners.size].position < position) {
      const { userId: owner } = issued[owners.size];
      owners.add(owner);
      withoutPiece.delete(owner);
    }
    const { userId } = payload;
    if (type === 'RoomEntered') {
      counts.RoomEntered++;
      same('entries without holes', counts.RoomEntered, payload.entry);
      same(`${userId} had no place`, false, waiting.has(userId) || active.has(userId));
      waiting.add(userId);
    } else if (type === 'UserAdmitted') {
      counts.UserAdmitted++;
      same('admissions without holes', counts.UserAdmitted, payload.admission);
      same(`${userId} was the next`, waiting.values().next().value, userId);
      waiting.delete(userId);
      active.add(userId);
      withoutPiece.add(userId);
      tooMany = Math.max(tooMany, withoutPiece.size - (pieces - owners.size));
      admittedAt.push(Date.parse(payload.admittedAt));
      sum += admission(userId, payload.admittedAt);
    } else if (type === 'PlaceEnded') {
      const { reason } = payload;
      same(`${userId} had a place`, true, waiting.has(userId) || active.has(userId));
      same(`${userId} left or was done`, true, reason === 'LEFT' || (reason === 'DONE' && active.has(userId)));
      counts[reason]++;
      if (reason === 'DONE' && !owners.has(userId)) {
        inVain.add(userId);
      }
      waiting.delete(userId);
      active.delete(userId);
      withoutPiece.delete(userId);
    } else if (type === 'RoomSoldOut') {
      counts.soldOut += waiting.size;
      waiting.clear();
    }
    most = Math.max(most, active.size);
  });
  same('active places are within the capacity', true, most <= capacity);
  same('admitted above the pieces that were left', 0, tooMany);
  admittedAt.forEach((at, i) => i >= admitPerMinute
    && same(`admission ${i + 1} is within the limit of a minute`, true, at - admittedAt[i - admitPerMinute] >= MINUTE));
  same('who still waits', [], [...waiting]);
  same('who is still admitted', [], [...active]);
  same('admitted without a piece', [], [...inVain]);
  const view = must(ROOM, { path: { roomId: room } });
  same('the view of the room',
    { status: 'OPEN', waiting: 0, active: 0, admittedTotal: counts.UserAdmitted },
    { status: view.status, waiting: view.waiting, active: view.active, admittedTotal: view.admittedTotal });
  must(CLOSE_ROOM, { token: admin(), path: { roomId: room } });
  console.log(`server: ${JSON.stringify(counts)}, ${most} of ${capacity} active at most, `
    + `${Math.max(0, ...perMinute(admittedAt))} of ${admitPerMinute} admitted within 60 s at most`);
  entries.stored(counts.RoomEntered);
  admissions.stored(counts.UserAdmitted);
  admitted.stored(sum);
  leaves.stored(counts.LEFT);
  soldOut.stored(counts.soldOut);
}

/** For each instant how many there were in the 60 s up to it. */
function perMinute(instants) {
  let first = 0;
  return instants.map((at, i) => {
    while (instants[first] <= at - MINUTE) {
      first++;
    }
    return i - first + 1;
  });
}
