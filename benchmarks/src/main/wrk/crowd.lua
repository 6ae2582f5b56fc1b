-- All users ask for a piece of one campaign, and when all have asked, they ask again. Arguments: the file of users, the campaign.
dofile("common.lua")

function init(args)
  local ids, tokens, n = users(args[1], 1e9)
  for i = 1, n do
    requests[i] = post("/api/v1/coupon/publish", tokens[i], nil,
      '{"userId":"' .. ids[i] .. '","couponId":"' .. args[2] .. '"}')
  end
  prepared(n)
end

request = round
