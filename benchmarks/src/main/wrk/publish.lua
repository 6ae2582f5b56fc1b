-- Asks for pieces of a campaign. Arguments: the file of users, the campaign, how many requests, what idempotency keys
-- begin with (or "none"). Request n is of user n; when there are more requests than users, users come again.
dofile("common.lua")

function init(args)
  local file, campaign, count, keys = args[1], args[2], tonumber(args[3]), args[4]
  local ids, tokens, n = users(file, count)
  for i = 1, count do
    local user = (i - 1) % n + 1
    local key = keys ~= "none" and keys .. "-" .. i or nil
    requests[i] = post("/api/v1/coupon/publish", tokens[user], key,
      '{"userId":"' .. ids[user] .. '","couponId":"' .. campaign .. '"}')
  end
  prepared(count)
end

request = once
