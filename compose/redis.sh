#!/bin/sh
# Starts a Redis or a Sentinel of docker-compose.yml, with the password from its file: redis.sh redis|sentinel NAME
# Redis keeps no data on disk, as a cache does. Who the primary is, the Sentinels know; at the very first start it is
# redis-1.
set -eu

role="$1"
name="$2"
password="$(cat "${REDIS_PASSWORD_FILE:-/run/secrets/redis}")"
config="${REDIS_RUN:-/tmp}/$name.conf"

primary=redis-1
for sentinel in sentinel-1 sentinel-2 sentinel-3; do
  [ "$sentinel" != "$name" ] || continue
  known="$(timeout 2 redis-cli -h "$sentinel" -p 26379 --raw sentinel get-master-addr-by-name firstcome 2>/dev/null |
    head -n 1 || true)"
  case "$known" in
    redis-1 | redis-2)
      primary="$known"
      break
      ;;
  esac
done

umask 077
if [ "$role" = redis ]; then
  cat > "$config" <<END
port 6379
save ""
appendonly no
maxmemory 512mb
maxmemory-policy noeviction
repl-diskless-sync yes
repl-diskless-sync-delay 0
rdb-del-sync-files yes
replica-announce-ip $name
requirepass $password
masterauth $password
END
  [ "$name" = "$primary" ] || echo "replicaof $primary 6379" >> "$config"
  exec redis-server "$config"
fi

# Begins anew at each start, with the same id: what else it knows, the others tell it.
cat > "$config" <<END
port 26379
protected-mode no
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $name
sentinel myid $(printf '%s' "$name" | sha1sum | cut -c1-40)
sentinel monitor firstcome $primary 6379 2
sentinel auth-pass firstcome $password
sentinel down-after-milliseconds firstcome 3000
sentinel failover-timeout firstcome 10000
sentinel parallel-syncs firstcome 1
END
exec redis-server "$config" --sentinel
