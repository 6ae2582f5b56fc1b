-- Reads the stock of products, one after the other. Arguments: the ids of the products.
dofile("common.lua")

function init(args)
  for i = 1, #args do
    requests[i] = "GET /api/v1/product/" .. args[i] .. "/stock HTTP/1.1\r\nHost: localhost\r\n\r\n"
  end
  prepared(#args)
end

request = round
