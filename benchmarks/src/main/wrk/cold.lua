-- Asks for pieces of many campaigns, one after the other. Arguments: the file of users, what the names of the campaigns begin
-- with, how many campaigns, the number of the first request, how many requests. Request k goes to campaign k, and round again;
-- its user is k, moved on by one with each round of all users, so that nobody asks twice for the same campaign.
dofile("common.lua")

function init(args)
  local file, prefix, campaigns, first, count =
    args[1], args[2], tonumber(args[3]), tonumber(args[4]), tonumber(args[5])
  local ids, tokens, n = users(file, 1e9)
  for i = 1, count do
    local k = first + i - 1
    local user = (k + math.floor(k / n)) % n + 1
    requests[i] = post("/api/v1/coupon/publish", tokens[user], nil,
      '{"userId":"' .. ids[user] .. '","couponId":"' .. prefix .. "-" .. (k % campaigns + 1) .. '"}')
  end
  prepared(count)
end

request = once
