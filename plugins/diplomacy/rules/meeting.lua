-- Reports each item of the layer `meetings`: who met whom, where, when, at what level.
local ahead = require "ahead"
local text = require "text"
local words = require "words"

-- «محادثة هاتفية» is a call, whatever the noun.
local phone_near = text.anchored(hilal.gap(0, 1) * words.phone
  + hilal.gap(0, 4) * hilal.word { "في", "خلال" } * hilal.word { "اتصال", "مكالمة" } * words.phone)

local codes = {
  phone = "041", call = "041", trip = "042", visit = "042", receive = "043", reception = "043",
  negotiation = "046",
}
local labels = {
  heads = "Heads of state or government meet",
  ministers = "Ministers meet",
  officials = "Officials meet",
}
local severities = { heads = "high", ministers = "medium", officials = "low" }

return hilal.rule {
  id = "meeting",
  title = "Parties meet",
  severity = "low",
  codes = { cameo = "040", plover = "CONSULT" },
  on = "sentence",
  needs = { "meetings" },
  fields = { "participants", "place", "time", "level", "contact" },
  -- One match for each sentence that has items: the first and all that follows.
  match = hilal.layer "meetings" * hilal.any() ^ 0,
  check = function(sentence)
    local found = {}
    for _, item in ipairs(sentence.meetings) do
      local by_phone = codes[item.contact] == nil and text.follows(sentence, item, phone_near) and "041"
      local cameo = ahead.is(sentence, item) and "036" or by_phone or codes[item.contact] or "040"
      found[#found + 1] = {
        span = item,
        label = labels[item.level],
        severity = severities[item.level],
        codes = { cameo = cameo, plover = "CONSULT" },
        participants = item.participants,
        place = item.place,
        time = item.time,
        level = item.level,
        contact = item.contact,
      }
    end
    return #found > 0 and found
  end,
}
