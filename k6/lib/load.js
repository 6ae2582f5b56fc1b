// Open load: requests come at a rate, whether or not the earlier ones were answered.

/** At most so many requests are under way; what would be more is dropped, which is a threshold. */
function room(rate) {
  return { preAllocatedVUs: Math.min(Math.max(rate, 20), 300), maxVUs: Math.min(Math.max(3 * rate, 50), 1500) };
}

/** Always the same rate. */
export function constant(rate, seconds, exec) {
  return {
    executor: 'constant-arrival-rate', rate, timeUnit: '1s', duration: `${seconds}s`, gracefulStop: '30s',
    ...room(rate), ...(exec ? { exec } : {}),
  };
}

/** From a tenth of the rate to all of it within 5 s, so for these seconds, and back within 5 s. */
export function spike(rate, seconds) {
  const calm = Math.ceil(rate / 10);
  return {
    executor: 'ramping-arrival-rate', startRate: calm, timeUnit: '1s', gracefulStop: '30s', ...room(rate),
    stages: [
      { target: calm, duration: '5s' },
      { target: rate, duration: '5s' },
      { target: rate, duration: `${seconds}s` },
      { target: calm, duration: '5s' },
    ],
  };
}

/** From nothing to that rate, evenly. */
export function ramp(rate, seconds) {
  return {
    executor: 'ramping-arrival-rate', startRate: 1, timeUnit: '1s', gracefulStop: '30s', ...room(rate),
    stages: [{ target: rate, duration: `${seconds}s` }],
  };
}

/** At most one in a thousand of the planned iterations may be dropped: then the load was another one than asked for. */
export function dropped(rate, seconds) {
  return { dropped_iterations: [`count<=${Math.floor((rate * seconds) / 1000)}`] };
}

/** So many visits, as fast as so many at a time can make them. */
export function crowd(visits, atATime, seconds) {
  return {
    executor: 'shared-iterations', iterations: visits, vus: Math.min(atATime, visits), maxDuration: `${seconds}s`,
    gracefulStop: '60s',
  };
}

/** So many users, each of whom waits for an answer and then thinks. */
export function people(users, seconds, exec) {
  return {
    executor: 'constant-vus', vus: users, duration: `${seconds}s`, gracefulStop: '60s', ...(exec ? { exec } : {}),
  };
}
