-- Sets campaigns up, 1,000 pieces each. Arguments: the operator's token, what the names begin with, how many.
dofile("common.lua")

function init(args)
  local token, prefix, count = args[1], args[2], tonumber(args[3])
  for i = 1, count do
    requests[i] = post("/api/v1/coupon", token, nil, '{"couponId":"' .. prefix .. "-" .. i
      .. '","name":"bench","quantity":1000,"discount":{"type":"FIXED","value":1000}}')
  end
  prepared(count)
end

request = once
