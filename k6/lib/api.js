// Requests to the API, and what kind of answer each one got.
import { sleep } from 'k6';
import http from 'k6/http';
import { Counter, Rate } from 'k6/metrics';
import { BASE_URL } from './settings.js';

/** Answers by kind. `shed` is the share of all requests. */
const refused = new Counter('refused');
const shed = new Rate('shed');
const unknown = new Counter('unknown');
const faults = new Counter('faults');

// A refusal of the business and a request that is shed are answers, not failures of HTTP. Whether the code was the
// right one is seen below; a wrong one counts in `faults`.
const ANSWERS = [{ min: 200, max: 299 }, 402, 409, 429, 503];
http.setResponseCallback(http.expectedStatuses(...ANSWERS));

/** Of refusals with another status: it is an answer only where the refusal is one that may come. */
const STATUSES = { ADMISSION_REQUIRED: 403, ADMISSION_INVALID: 403, ADMISSION_EXPIRED: 403, NOT_IN_ROOM: 404 };

/** What must hold for every script; each adds its own. */
export function thresholds(shedAtMost) {
  return {
    http_req_failed: ['rate<0.001'],
    faults: ['count==0'],
    unknown: ['count==0'],
    shed: [`rate<${shedAtMost}`],
  };
}

/** The p99 of an endpoint, in milliseconds. */
export function p99(endpoint, millis) {
  return { [`http_req_duration{name:${endpoint}}`]: [`p(99)<${millis}`] };
}

/**
 * Sends a request and tells what kind of answer came.
 *
 * kind: 'accepted' (2xx), 'refused' (one of `refusals`), 'shed' (429 or 503 with Retry-After: nothing was done),
 * 'unknown' (no answer, or OUTCOME_UNKNOWN: done or not), 'fault' (anything else; the first of each VU is printed).
 *
 * @param endpoint one of endpoints.js
 * @param ask token, path (values of the path's variables), query, body, key (Idempotency-Key), admission (X-Admission),
 *   refusals (codes)
 */
export function call(endpoint, ask = {}) {
  const response = send(endpoint, ask);
  const code = response.status >= 400 ? problem(response) : null;
  const kind = kindOf(response, code, ask.refusals || []);
  shed.add(kind === 'shed');
  if (kind === 'refused') {
    refused.add(1);
  } else if (kind === 'unknown') {
    unknown.add(1);
  } else if (kind === 'fault') {
    fault(`${endpoint} ${JSON.stringify(ask.path || {})} ${JSON.stringify(ask.query || {})} ` +
      `${JSON.stringify(ask.body || null)} -> ${response.status} ${response.error || ''} ${response.body} ` +
      `${response.headers['X-Trace-Id'] || ''}`);
  }
  return { kind, code, status: response.status, headers: response.headers, json: () => response.json() };
}

/** For what a run itself needs: the answer, or the run ends. Asks again for a minute, also while nobody answers. */
export function must(endpoint, ask) {
  for (let attempt = 1; ; attempt++) {
    const response = send(endpoint, ask);
    if (response.status >= 200 && response.status < 300) {
      return response.json();
    }
    if (![0, 429, 503].includes(response.status) || attempt === 60) {
      const asked = JSON.stringify({ ...ask, token: undefined });
      throw new Error(`${endpoint} ${asked} -> ${response.status} ${response.error} ${response.body}`);
    }
    sleep(1);
  }
}

/** An iteration whose exceptions count: k6 itself would print them and go on, and the run would pass. */
export function counted(iteration) {
  return (data) => {
    try {
      return iteration(data);
    } catch (e) {
      fault(`the script: ${e} ${e.stack}`);
      throw e;
    }
  };
}

let printed = false;

/** Counts something that must never be, and prints the first one of each VU. */
export function fault(what) {
  faults.add(1);
  if (!printed) {
    printed = true;
    console.error(`FAULT ${what}`);
  }
}

function send(endpoint, ask) {
  const [method, path] = endpoint.split(' ');
  const headers = {};
  if (ask.token) headers.Authorization = `Bearer ${ask.token}`;
  if (ask.body) headers['Content-Type'] = 'application/json';
  if (ask.key) headers['Idempotency-Key'] = ask.key;
  if (ask.admission) headers['X-Admission'] = ask.admission;
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(ask.path[name]));
  const query = Object.entries(ask.query || {}).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const url = `${BASE_URL}/api/v1${filled}${query.length ? '?' : ''}${query.join('&')}`;
  const others = (ask.refusals || []).filter((code) => code in STATUSES).map((code) => STATUSES[code]);
  return http.request(method, url, ask.body ? JSON.stringify(ask.body) : null, {
    headers,
    timeout: '15s',
    tags: { name: endpoint },
    ...(others.length ? { responseCallback: http.expectedStatuses(...ANSWERS, ...others) } : {}),
  });
}

function problem(response) {
  try {
    return response.json('code') || 'NO_CODE';
  } catch (e) {
    return 'NO_JSON';
  }
}

function kindOf(response, code, refusals) {
  const status = response.status;
  if (status >= 200 && status < 300) return 'accepted';
  if (status === 0 || code === 'OUTCOME_UNKNOWN') return 'unknown';
  if (status === 429 || status === 503) return /^\d+$/.test(response.headers['Retry-After']) ? 'shed' : 'fault';
  return refusals.includes(code) ? 'refused' : 'fault';
}
