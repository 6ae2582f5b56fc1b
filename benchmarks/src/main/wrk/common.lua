-- What all scripts share: requests that are strings made before, and one line of JSON at the end.
-- wrk asks for a request once before it begins, to look at it: that one is not sent, and is number 0 here.
requests, sent, last, exhausted = {}, -1, 0, false
-- Of scripts that order or reserve.
paid, unpaid, firstUnpaid = 0, 0, ""

local threads = {}
local ffi = require("ffi")
ffi.cdef("int getpid(void); int kill(int pid, int signal);")

function setup(thread)
  threads[#threads + 1] = thread
end

-- To be called at the end of init: no garbage is made from here on.
function prepared(count)
  last = count
  collectgarbage("collect")
  collectgarbage("stop")
end

-- Each request once; then the run ends, whatever time is left.
function once()
  sent = sent + 1
  if sent > last then
    finish()
    return requests[last]
  end
  return requests[math.max(sent, 1)]
end

-- Ends the run, whatever time is left.
function finish()
  if not exhausted then
    exhausted = true
    wrk.thread:stop()
    -- wrk's main thread sleeps for the whole time and counts it, unless Ctrl-C wakes it.
    ffi.C.kill(ffi.C.getpid(), 2)
  end
end

-- Each request in turn, and again.
function round()
  sent = sent + 1
  if sent > last then sent = 1 end
  return requests[math.max(sent, 1)]
end

-- Without a key or an admission its header is left out, with an empty body the type of it.
function post(path, token, key, body, admission)
  return "POST " .. path .. " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " .. token
    .. (body ~= "" and "\r\nContent-Type: application/json\r\n" or "\r\n")
    .. (key and "Idempotency-Key: " .. key .. "\r\n" or "") .. (admission and "X-Admission: " .. admission .. "\r\n" or "")
    .. "Content-Length: " .. #body .. "\r\n\r\n" .. body
end

-- The first lines of the file of users, each an id and a token.
function users(file, count)
  local ids, tokens, n = {}, {}, 0
  for line in io.lines(file) do
    local id, token = line:match("^(%S+) (%S+)$")
    n = n + 1
    ids[n], tokens[n] = id, token
    if n == count then break end
  end
  return ids, tokens, n
end

-- wrk has one thread here.
function done(summary)
  local errors, thread = summary.errors, threads[1]
  io.write(string.format(
    'BENCH {"answers":%d,"refused":%d,"broken":%d,"seconds":%.6f,"exhausted":%s,"paid":%d,"unpaid":%d,"firstUnpaid":"%s"}\n',
    summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout, summary.duration / 1e6,
    tostring(thread:get("exhausted")), thread:get("paid"), thread:get("unpaid"), thread:get("firstUnpaid")))
end
