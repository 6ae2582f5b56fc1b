// Beside row 11: users arrive at a constant rate, whether or not the server keeps up; each asks once for a piece of one campaign.
import http from 'k6/http';
import exec from 'k6/execution';
import { SharedArray } from 'k6/data';

const users = new SharedArray('users', () =>
  open(__ENV.USERS).split('\n').filter((line) => line).slice(0, Number(__ENV.COUNT)));

// As little as k6 can do for a request: no tags, no bodies, no thresholds.
export const options = {
  discardResponseBodies: true,
  systemTags: [],
  summaryTrendStats: ['med', 'p(99)'],
  scenarios: {
    arrivals: {
      executor: 'constant-arrival-rate',
      rate: Number(__ENV.RATE),
      timeUnit: '1s',
      duration: `${__ENV.SECONDS}s`,
      preAllocatedVUs: Number(__ENV.VUS),
      maxVUs: Number(__ENV.VUS),
    },
  },
};

const URL = `${__ENV.URL}/api/v1/coupon/publish`;
const END = `","couponId":"${__ENV.CAMPAIGN}"}`;
const KEYS = __ENV.KEYS;

export default function () {
  const line = users[exec.scenario.iterationInTest];
  const space = line.indexOf(' ');
  const id = line.substring(0, space);
  const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer ' + line.substring(space + 1) };
  if (KEYS) headers['Idempotency-Key'] = KEYS + id;
  http.post(URL, '{"userId":"' + id + END, { headers });
}
