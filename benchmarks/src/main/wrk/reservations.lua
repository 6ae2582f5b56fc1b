-- Reserves two neighbouring seats each, of dates one after the other, from the first seat to the last. Arguments: the file of users,
-- the concert, what the names of its dates begin with, how many reservations a date has room for, how many there are. Reservation n
-- is of user n; when there are more than users, users come again.
dofile("common.lua")

function init(args)
  local file, concert, prefix, room, count = args[1], args[2], args[3], tonumber(args[4]), tonumber(args[5])
  local ids, tokens, n = users(file, count)
  for i = 1, count do
    local user, seat = (i - 1) % n + 1, (i - 1) % room * 2 + 1
    requests[i] = post("/api/v1/reservation", tokens[user], nil, '{"userId":"' .. ids[user] .. '","concertId":"' .. concert
      .. '","dateId":"' .. prefix .. "-" .. math.floor((i - 1) / room) + 1 .. '","seats":[' .. string.format("%d,%d", seat, seat + 1)
      .. ']}')
  end
  prepared(count)
end

request = once

-- A 202 is no success: it says that nothing is decided yet.
function response(status, headers, body)
  if status ~= 201 then
    unpaid = unpaid + 1
    if firstUnpaid == "" then firstUnpaid = status .. " " .. body:gsub("[^%w :,._-]", "") end
  end
end
