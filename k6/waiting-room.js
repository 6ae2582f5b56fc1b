// More people than pieces come at once to a waiting room: they wait as they are told, and who is let in takes a piece.
import exec from 'k6/execution';
import { counted, p99, thresholds } from './lib/api.js';
import { campaignThresholds, settle, winnerThresholds } from './lib/campaign.js';
import { ENTER_ROOM, PLACE, PUBLISH } from './lib/endpoints.js';
import { crowd } from './lib/load.js';
import { newRoom, play, roomThresholds, settleRoom, Visitor } from './lib/room.js';
import { seconds, whole } from './lib/settings.js';
import { STATS, summary } from './lib/summary.js';
import { newCoupon, newRun, TRUTH_THRESHOLDS } from './lib/truth.js';

const USERS = whole('USERS', 500);
const DURATION = seconds('DURATION', '20s');
const STOCK = whole('STOCK', 400);
const CAPACITY = whole('CAPACITY', 50);
const ADMIT = whole('ADMIT', 300);
const VUS = whole('VUS', 50);
const P99 = whole('P99', 1000);

if (STOCK >= 0.9 * USERS || VUS > USERS) {
  throw new Error('This needs more USERS than STOCK, since some leave, and not more VUS than USERS');
}

export const options = {
  // Each iteration is the visit of USERS / VUS people. It ends when the last one has gone, well within the time.
  scenarios: { visitors: crowd(VUS, VUS, DURATION + 180 * Math.ceil(STOCK / ADMIT) + 300) },
  thresholds: {
    ...thresholds(0.01),
    ...p99(ENTER_ROOM, P99),
    ...p99(PLACE, P99 / 2),
    ...p99(PUBLISH, P99),
    ...campaignThresholds(STOCK, 0),
    ...winnerThresholds(),
    ...roomThresholds(USERS, STOCK),
    ...TRUTH_THRESHOLDS,
  },
  summaryTrendStats: STATS,
  teardownTimeout: '10m',
};

export function setup() {
  const run = newRun();
  return { run, room: newRoom(newCoupon(run, STOCK), CAPACITY, ADMIT) };
}

export default counted(({ run, room }) => {
  const visitors = [];
  for (let number = exec.scenario.iterationInTest; number < USERS; number += VUS) {
    const due = exec.scenario.startTime + (1000 * DURATION * number) / USERS;
    visitors.push(new Visitor(room, String(run + number), number, due));
  }
  play(visitors);
});

export function teardown({ room }) {
  settle(room, STOCK);
  settleRoom(room, STOCK, CAPACITY, ADMIT);
}

export const handleSummary = summary('waiting-room');
