-- Adds runs of events to coupon hashes. A hash is exact for its version, or it is not there.
-- KEYS: one hash for each coupon. ARGV[1]: their time to live in milliseconds; ARGV[i + 1]: the run for KEYS[i] as JSON:
--   from, to   the versions of its first and last event
--   issued     pieces issued in it
--   redeemed   pieces redeemed in it, less those restored
--   closedAt   when it was closed, if it was
--   created    the whole hash after the run, as field, value, field, value …, if the run begins with the creation
--   broken     true when something is missing in the run
for i, key in ipairs(KEYS) do
    local run = cjson.decode(ARGV[i + 1])
    local stored = tonumber(redis.call('HGET', key, 'version'))
    if run.broken then
        redis.call('UNLINK', key)
    elseif stored == nil then
        if run.created then
            redis.call('HSET', key, unpack(run.created))
            redis.call('PEXPIRE', key, ARGV[1])
        end
    elseif stored == run.from - 1 then
        redis.call('HINCRBY', key, 'issued', run.issued)
        redis.call('HINCRBY', key, 'redeemed', run.redeemed)
        redis.call('HSET', key, 'version', string.format('%.0f', run.to))
        if run.closedAt then
            redis.call('HSET', key, 'closedAt', run.closedAt)
        end
        redis.call('PEXPIRE', key, ARGV[1])
    elseif stored < run.to then
        -- Events are missing between the hash and the run, or are in both.
        redis.call('UNLINK', key)
    end
end
return #KEYS
