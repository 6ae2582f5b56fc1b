#!/usr/bin/env bash
# Whether a GET of HEALTH_PATH at HEALTH_PORT is answered with 200. The image has no curl.
set -euo pipefail

exec 3<> "/dev/tcp/127.0.0.1/${HEALTH_PORT:?}"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "${HEALTH_PATH:?}" >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
