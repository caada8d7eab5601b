-- Troops massed at a border, and what for.
local actors = require "actors"
local phrases = require "phrases"
local targets = require "targets"
local util = require "util"
local words = require "words"

local massing = {}

--- «حشد الجيش قواته على الحدود»
massing.pattern = hilal.verb({ "حشد=حشد" }, { "perfect", "imperfect" }):as "cue":as "massed" * hilal.gap(0, 8)
  * hilal.lexicon "troops":as "force" * hilal.gap(0, 3) * hilal.word { "على", "قرب", "عند", "قبالة" }
  * (hilal.word { "حدود", "حدودها", "الحدود", "تخوم", "مشارف", "أبواب" } + hilal.entity "GPE" + hilal.entity "LOC")

local troops = hilal.lexicon "troops"
local movers = { "حشد=حشد", "نشر=نشر", "أرسل", "دفع=دفع", "وجّه", "حرّك", "عزّز", "استدعى" }
local sending, moving = hilal.verb(movers), hilal.verb(movers, "imperfect")
local own, sent_troops = troops:as "own", sending:as "cue" * troops:as "who"
local to_what = hilal.gap(0, 14) * words.in_readiness * hilal.any():as "aim"
local next_word = hilal.any():as "who"

--- Whether a readiness is what troops were massed for, as a finding of its own tells already.
function massing.tells(sentence, cue, check)
  local earlier = util.within(sentence, cue, words.in_readiness) and sentence:find(massing.pattern)
  return earlier and earlier.massed.stop <= cue.start and util.same_clause(sentence, earlier.massed, cue)
    and check(sentence, earlier) ~= nil
end

-- Who has forces of his own massed or sent: the name right before a word («الدولة تحشد قواتها»), of a verbal noun the one who
-- does or announces it («أعلنت الدولة حشد قواتها»).
local function owner(sentence, cue)
  for _, entity in ipairs(sentence.entities) do
    if entity.stop <= cue.start and cue.start - entity.stop <= 1 then
      return entity
    end
  end
  local told = not util.within(sentence, cue, moving) and (actors.governor(sentence, cue) or actors.teller(sentence, cue))
  return told and phrases.party_or_nil(sentence, told) or actors.last_armed(sentence, cue)
end

--- A finding in which own forces behind their verb are no actor: «أعلنت الدولة نشر قواتها».
function massing.owned(sentence, found)
  local actor = found.actor
  local head = actor and not actor.type and phrases.opening(sentence, actor, own)
  if not head or not util.ends(head.own.text, "ه", "ها", "هم") then
    return found
  end
  local sent = sentence:find(sent_troops)
  if actor.start >= found.span.stop and util.within(sentence, found.span, sending) then
    found.actor = owner(sentence, found.span)
  elseif sent and util.overlap(sent.who, actor) then
    -- «أعلنت الدولة استدعاء قواتها الاحتياطية استعدادا لهجوم»
    found.actor = owner(sentence, sent.cue)
  end
  return found
end

--- A finding with the one who masses where no grammar tells him («حشد الجيش»), and with the target of what it is for.
function massing.complete(sentence, found)
  local who = not found.actor and util.next(sentence, found.span, next_word)
  local actor = who and phrases.at(sentence, who.who)
  if util.is_armed(sentence, actor or nil) then
    found.actor = actor
  end
  local what = not found.target and util.next(sentence, found.span, to_what)
  found.target = found.target or what and targets.possible(sentence, (targets.aimed_at(sentence, what.aim))) or nil
  return found
end

return massing
