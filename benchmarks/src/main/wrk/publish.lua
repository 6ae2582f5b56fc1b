-- Asks for pieces of a campaign. Arguments: the file of users, the campaign, how many requests, what idempotency keys
-- begin with (or "none"), the file of the users' admissions when the campaign is behind a room. Request n is of user n; when
-- there are more requests than users, users come again.
dofile("common.lua")

local function admissions(file, count)
  local read, n = {}, 0
  for line in io.lines(file) do
    n = n + 1
    read[n] = line
    if n == count then break end
  end
  return read
end

function init(args)
  local file, campaign, count, keys = args[1], args[2], tonumber(args[3]), args[4]
  local ids, tokens, n = users(file, count)
  local admitted = args[5] and admissions(args[5], count) or {}
  for i = 1, count do
    local user = (i - 1) % n + 1
    local key = keys ~= "none" and keys .. "-" .. i or nil
    requests[i] = post("/api/v1/coupon/publish", tokens[user], key,
      '{"userId":"' .. ids[user] .. '","couponId":"' .. campaign .. '"}', admitted[user])
  end
  prepared(count)
end

request = once
