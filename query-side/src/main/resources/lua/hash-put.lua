-- Puts whole states into hashes, unless a hash holds the same version or a newer one. A state is exact, so that nothing else matters.
-- KEYS: the hashes. ARGV[1]: their time to live in milliseconds; then for each key: the version, how many texts follow, and
-- the texts: field, value, field, value …
local at = 2
local written = 0
for _, key in ipairs(KEYS) do
    local texts = tonumber(ARGV[at + 1])
    local stored = tonumber(redis.call('HGET', key, 'version'))
    if stored == nil or stored < tonumber(ARGV[at]) then
        redis.call('DEL', key)
        redis.call('HSET', key, unpack(ARGV, at + 2, at + 1 + texts))
        redis.call('PEXPIRE', key, ARGV[1])
        written = written + 1
    end
    at = at + 2 + texts
end
return written
