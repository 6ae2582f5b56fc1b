-- Users ask for their places in a waiting room, one after the other, and again. Arguments: the file of users, the room, the
-- number of the first user, how many users.
dofile("common.lua")

function init(args)
  local file, room, first, count = args[1], args[2], tonumber(args[3]), tonumber(args[4])
  local _, tokens = users(file, first + count - 1)
  for i = 1, count do
    requests[i] = "GET /api/v1/waiting-room/" .. room .. "/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
      .. tokens[first + i - 1] .. "\r\n\r\n"
  end
  prepared(count)
end

request = round
