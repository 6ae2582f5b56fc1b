-- Users order one piece each and pay for it with points, for the products in turn. Arguments: the file of users, the operator's
-- token, how many orders at most, the ids of the products. The operator pays for the user: an answer does not say whose order it is.
dofile("common.lua")

local ids, tokens, n, operator, most
local products, toPay, first, last, begun = {}, {}, 1, 0, -1
local nothing

function init(args)
  ids, tokens, n = users(args[1], 1e9)
  operator, most = args[2], tonumber(args[3])
  for i = 4, #args do products[i - 3] = args[i] end
  nothing = "GET /api/v1/product/" .. products[1] .. "/stock HTTP/1.1\r\nHost: localhost\r\n\r\n"
end

-- What is placed is paid first.
function request()
  if first <= last then
    local order = toPay[first]
    toPay[first] = nil
    first = first + 1
    return post("/api/v1/payment", operator, nil, '{"orderId":"' .. order .. '"}')
  end
  if begun >= most then return nothing end
  begun = begun + 1
  local user = begun % n + 1
  return post("/api/v1/order", tokens[user], nil, '{"userId":"' .. ids[user] .. '","items":[{"productId":"'
    .. products[begun % #products + 1] .. '","quantity":1}]}')
end

-- A 202 is no success: it says that nothing is decided yet.
function response(status, headers, body)
  if status == 201 and body:find('"paymentId"', 1, true) then
    paid = paid + 1
  elseif status == 201 then
    last = last + 1
    toPay[last] = body:match('"orderId":"([^"]+)"')
  elseif status ~= 200 then
    unpaid = unpaid + 1
    if firstUnpaid == "" then firstUnpaid = status .. " " .. body:gsub("[^%w :,._-]", "") end
  end
  if paid + unpaid >= most then finish() end
end
