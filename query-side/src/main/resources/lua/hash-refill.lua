-- Puts what was read from MySQL into a hash, unless it holds the same version or a newer one.
-- KEYS[1]: the hash. ARGV[1]: time to live in milliseconds; ARGV[2]: the version read; ARGV[3…]: field, value, field, value …
local stored = tonumber(redis.call('HGET', KEYS[1], 'version'))
if stored == nil or stored < tonumber(ARGV[2]) then
    redis.call('DEL', KEYS[1])
    redis.call('HSET', KEYS[1], unpack(ARGV, 3))
    redis.call('PEXPIRE', KEYS[1], ARGV[1])
    return 1
end
return 0
