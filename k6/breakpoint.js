// More and more arrivals until a threshold fails: at which rate is that? What was answered must be right even then.
import exec from 'k6/execution';
import { Gauge } from 'k6/metrics';
import { counted } from './lib/api.js';
import { ask, campaignThresholds, settle } from './lib/campaign.js';
import { PUBLISH } from './lib/endpoints.js';
import { ramp } from './lib/load.js';
import { seconds, whole } from './lib/settings.js';
import { STATS, summary } from './lib/summary.js';
import { newCoupon, newRun, TRUTH_THRESHOLDS } from './lib/truth.js';

const RATE = whole('RATE', 5000);
const DURATION = seconds('DURATION', '5m');
const STOCK = whole('STOCK', 1000000);
const P99 = whole('P99', 500);

/** Arrivals a second when the last request began: the answer to the question. */
const offered = new Gauge('offered_rate');

export const options = {
  scenarios: { more_and_more: ramp(RATE, DURATION) },
  thresholds: {
    // One of these is to fail; it ends the run.
    [`http_req_duration{name:${PUBLISH}}`]: [breaks(`p(99)<${P99}`)],
    shed: [breaks('rate<0.01')],
    unknown: [breaks('count==0')],
    dropped_iterations: [breaks(`count<${RATE / 10}`)],
    // None of these may.
    http_req_failed: ['rate<0.001'],
    faults: ['count==0'],
    ...campaignThresholds(1, 0),
    ...TRUTH_THRESHOLDS,
  },
  summaryTrendStats: STATS,
  teardownTimeout: '30m',
};

/** Seen every 2 s, and not while the system is cold. */
function breaks(threshold) {
  return { threshold, abortOnFail: true, delayAbortEval: '10s' };
}

export function setup() {
  const run = newRun();
  return { run, couponId: newCoupon(run, STOCK) };
}

export default counted(({ run, couponId }) => {
  offered.add(Math.round(exec.scenario.progress * RATE));
  ask(couponId, String(run + exec.scenario.iterationInTest), ['COUPON_SOLD_OUT']);
});

export function teardown({ couponId }) {
  settle(couponId, STOCK);
}

export const handleSummary = summary('breakpoint');
