local words = {}

local function first(list)
  return list.items[1]
end

function words.first(list)
  local word = first(list)
  return word
end

return words
