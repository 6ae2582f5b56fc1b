// What a run is told through the environment: `k6 run -e RATE=500 …`, or exported.

export const BASE_URL = (__ENV.BASE_URL || 'http://localhost:8080').replace(/\/+$/, '');

/** The shared secret of HS256. There is none in these scripts; that of the one-process run is in k6/README.md. */
export const JWT_SECRET = required('JWT_SECRET');

/** A whole number, 1 or more. */
export function whole(name, standard) {
  const value = Number(__ENV[name] || standard);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`${name} must be a whole number above 0, not "${__ENV[name]}"`);
  }
  return value;
}

/** A time as k6 writes it, in seconds: 90s, 2m, 1h30m. */
export function seconds(name, standard) {
  const text = __ENV[name] || standard;
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  const value = parts ? 3600 * (parts[1] || 0) + 60 * (parts[2] || 0) + 1 * (parts[3] || 0) : 0;
  if (value < 1) {
    throw new Error(`${name} must be a time such as 30s or 1h30m, not "${text}"`);
  }
  return value;
}

function required(name) {
  const value = __ENV[name];
  if (!value) {
    throw new Error(`${name} is not set; k6/README.md says what it is`);
  }
  return value;
}
