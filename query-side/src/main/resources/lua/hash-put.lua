-- Puts whole states into hashes, unless a hash holds the same version or a newer one. A state is exact, so that nothing else matters.
-- KEYS: the hashes. ARGV[1]: their time to live in milliseconds; then for each key: the version, and the state as JSON.
local written = 0
for i, key in ipairs(KEYS) do
    local version = ARGV[2 * i]
    local stored = tonumber(redis.call('HGET', key, 'version'))
    if stored == nil or stored < tonumber(version) then
        redis.call('DEL', key)
        redis.call('HSET', key, 'version', version, 'state', ARGV[2 * i + 1])
        redis.call('PEXPIRE', key, ARGV[1])
        written = written + 1
    end
end
return written
