local words = require "words"

local function pattern()
  local word = words.first {}
  return hilal.word(word)
end

local start = pattern()
return hilal.rule { id = "r", match = start }
