-- Gives each user points for a hundred orders and more: as many as one charge may have. Arguments: the file of users. It ends when so
-- many answers are there that none of the first round is missing; until then users are charged again.
dofile("common.lua")

local missing

function init(args)
  local ids, tokens, n = users(args[1], 1e9)
  for i = 1, n do
    requests[i] = post("/api/v1/user/" .. ids[i] .. "/point", tokens[i], nil, '{"amount":2000000}')
  end
  missing = 2 * n
  prepared(n)
end

request = round

function response()
  missing = missing - 1
  if missing == 0 then finish() end
end
