-- Enters a waiting room. Arguments: the file of users, the room, the number of the first user, how many requests. Each is of
-- the next user; when there are more requests than users, users come again.
dofile("common.lua")

function init(args)
  local file, room, first, count = args[1], args[2], tonumber(args[3]), tonumber(args[4])
  local _, tokens, n = users(file, first + count - 1)
  for i = 1, count do
    requests[i] = post("/api/v1/waiting-room/" .. room .. "/enter", tokens[(first + i - 2) % n + 1], nil, "")
  end
  prepared(count)
end

request = once
