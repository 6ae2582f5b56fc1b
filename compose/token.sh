#!/usr/bin/env bash
# Prints an access token, valid for 12 hours, as an identity provider would make it: compose/token.sh USER ROLE
# Needs openssl.
set -euo pipefail

user="${1:-}" role="${2:-}"
secrets="${FIRSTCOME_COMPOSE_SECRETS:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets}"
if ! [[ "$user" =~ ^[A-Za-z0-9._~-]{1,64}$ && "$role" =~ ^(CUSTOMER|OPERATOR|AUDITOR|ADMIN)$ ]]; then
  echo "Usage: compose/token.sh USER ROLE" >&2
  echo "USER has 1 to 64 characters of A-Z a-z 0-9 . _ ~ -; ROLE is CUSTOMER, OPERATOR, AUDITOR or ADMIN" >&2
  exit 2
fi
[ -r "$secrets/jwt" ] || { echo "No secrets: run compose/secrets.sh first" >&2; exit 1; }

encode() { base64 | tr -d '\n=' | tr '+/' '-_'; }

now="$(date +%s)"
claims="$(printf '{"sub":"%s","roles":["%s"],"iat":%d,"exp":%d}' "$user" "$role" "$now" $((now + 43200)))"
content="$(printf '{"alg":"HS256","typ":"JWT"}' | encode).$(printf '%s' "$claims" | encode)"
# The key goes in as hexadecimal digits of its bytes, on a command line that lives for a moment.
key="$(od -An -v -tx1 "$secrets/jwt" | tr -d ' \n')"
signature="$(printf '%s' "$content" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | encode)"
printf '%s.%s\n' "$content" "$signature"
