// Row 11: users arrive at a constant rate, whether or not the server keeps up; each asks once for a piece of one campaign.
import http from 'k6/http';
import exec from 'k6/execution';
import { SharedArray } from 'k6/data';

const users = new SharedArray('users', () =>
  open(__ENV.USERS).split('\n').filter((line) => line).slice(0, Number(__ENV.COUNT)));

export const options = {
  discardResponseBodies: true,
  summaryTrendStats: ['med', 'p(90)', 'p(99)', 'max'],
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

export default function () {
  const [id, token] = users[exec.scenario.iterationInTest].split(' ');
  http.post(`${__ENV.URL}/api/v1/coupon/publish`, `{"userId":"${id}","couponId":"${__ENV.CAMPAIGN}"}`, {
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'Idempotency-Key': `${__ENV.CAMPAIGN}-${id}` },
  });
}
