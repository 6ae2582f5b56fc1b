// Access tokens as an identity provider makes them: HS256 with the shared secret.
import crypto from 'k6/crypto';
import encoding from 'k6/encoding';
import { JWT_SECRET } from './settings.js';

// Less than the day that the server allows: clocks differ.
const LIFETIME_SECONDS = 23 * 3600;
const HEADER = encode({ alg: 'HS256', typ: 'JWT' });

/** The token of a customer. */
export function customer(userId) {
  return sign(userId, 'CUSTOMER');
}

/** A token that may set up what a run needs, and read what the server stored. */
export function admin() {
  return sign('k6', 'ADMIN');
}

function sign(subject, role) {
  const expires = Math.floor(Date.now() / 1000) + LIFETIME_SECONDS;
  const content = `${HEADER}.${encode({ sub: subject, roles: [role], exp: expires })}`;
  return `${content}.${crypto.hmac('sha256', JWT_SECRET, content, 'base64rawurl')}`;
}

function encode(value) {
  return encoding.b64encode(JSON.stringify(value), 'rawurl');
}
