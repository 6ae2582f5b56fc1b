#!/usr/bin/env bash
# Makes the secrets that docker-compose.yml mounts, 256 bits each, in compose/secrets (or the given folder). What is
# there already stays: a new password of the database would lock the nodes out of it.
set -euo pipefail

dir="${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/secrets}"
mkdir -p "$dir"
# Only its owner gets into the folder. The files in it are readable: containers see them as they are, under other users.
chmod 700 "$dir"

make() { # NAME [PREFIX]
  [ ! -e "$dir/$1" ] || return 0
  local random
  random="$(head -c 32 /dev/urandom | base64 | tr -d '\n=' | tr '+/' '-_')"
  (umask 077 && printf '%s%s' "${2:-}" "$random" > "$dir/$1.new")
  chmod 444 "$dir/$1.new"
  mv "$dir/$1.new" "$dir/$1"
  echo "made $1"
}

make mysql-root
make mysql
make redis
make jwt
make admission
make routing
make gateway-key test_sk_
make grafana-admin
