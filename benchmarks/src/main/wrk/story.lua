-- A crowd for one campaign. Arguments: the file of users, the campaign, how many requests in all. Users come in turn, and again.
-- When all is sent it asks without a token, which is refused, until it is stopped: so every answer is read.
dofile("common.lua")

-- The first that wrk asks for is not sent.
local total, asked = 0, -1
local filler = "GET /api/v1/coupon/none HTTP/1.1\r\nHost: localhost\r\n\r\n"

function init(args)
  local file, campaign = args[1], args[2]
  total = tonumber(args[3])
  local ids, tokens, n = users(file, total)
  for i = 1, n do
    requests[i] = post("/api/v1/coupon/publish", tokens[i], nil,
      '{"userId":"' .. ids[i] .. '","couponId":"' .. campaign .. '"}')
  end
  prepared(n)
end

function request()
  asked = asked + 1
  if asked > total then return filler end
  return round()
end
