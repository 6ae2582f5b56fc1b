-- Reads the states of hashes.
-- KEYS: the hashes. Returns for each its version and its state, two values; both are nil where there is no hash.
local found = {}
for i, key in ipairs(KEYS) do
    local fields = redis.call('HMGET', key, 'version', 'state')
    found[2 * i - 1] = fields[1]
    found[2 * i] = fields[2]
end
return found
