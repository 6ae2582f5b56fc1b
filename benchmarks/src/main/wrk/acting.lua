-- Asks for pieces as an operator, who may act for any user. Arguments: the operator's token, the campaign, the number of the
-- first user, how many users. Each user asks once.
dofile("common.lua")

function init(args)
  local token, campaign, first, count = args[1], args[2], tonumber(args[3]), tonumber(args[4])
  for i = 1, count do
    requests[i] = post("/api/v1/coupon/publish", token, nil,
      '{"userId":"' .. string.format("%d", first + i - 1) .. '","couponId":"' .. campaign .. '"}')
  end
  prepared(count)
end

request = once
