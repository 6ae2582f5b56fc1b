-- KEYS: the campaign (a hash with quantity and issued), its holders (a hash of serials by user). ARGV: the user.
-- Returns the serial, or -1 unknown campaign, -2 the user has one, -3 sold out.
local quantity = redis.call('HGET', KEYS[1], 'quantity')
if not quantity then return -1 end
if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then return -2 end
if tonumber(redis.call('HGET', KEYS[1], 'issued')) >= tonumber(quantity) then return -3 end
local serial = redis.call('HINCRBY', KEYS[1], 'issued', 1)
redis.call('HSET', KEYS[2], ARGV[1], serial)
return serial
