-- Noun phrases that can be somebody.
local util = require "util"

local phrases = {}

--- Words of a campaign or an answer: what goes on is nobody, and its speaker means his own.
phrases.campaigns = hilal.lexicon "campaigns" + hilal.word { "رد", "ردنا", "رده", "ردها" }
phrases.campaign_word = phrases.campaigns - hilal.word "المقاومة"

local nobody = hilal.lexicon "no_parties" + phrases.campaign_word
  + hilal.verb({ "واصل", "استمرّ", "تابع", "ردّ=رد", "استخدم", "استعمل", "تحرّك" }, "imperfect")
local undergone = hilal.lexicon "done_to_people" * hilal.any():as "whom"
local position = hilal.noun(hilal.lexicon "positions")
local medium = hilal.lexicon "media"
local official = hilal.word { "رسمي", "رسمية", "حكومي", "حكومية", "عسكري", "عسكرية", "أمني", "أمنية", "قيادي", "قيادية" }
local anonymous = hilal.lexicon "unnamed_sources" * -(hilal.gap(0, 2) * official)
local settled = hilal.word { "مدينة", "محافظة", "إقليم", "بلدة", "ولاية", "منطقة" }

--- The noun phrase that begins at a span, or nil.
function phrases.at(sentence, span)
  local found = span and sentence:parties_from(span)
  return found and found[1]
end

--- The match of a pattern that begins where a span begins.
function phrases.opening(sentence, span, pattern)
  local part = sentence:within(span)
  local found = part and part:find(pattern)
  return found and found.span.start <= span.start and found or nil
end

--- Of a phrase that begins with what is done to somebody («توقيف شاب») the one it is done to, for what is said of them
--- behind it; any other phrase as it is.
function phrases.undergoer(sentence, span)
  local found = span and not span.type and phrases.opening(sentence, span, undergone)
  local is_indefinite = found and found.span.stop <= span.stop and not util.has_article(found.whom)
  return is_indefinite and phrases.at(sentence, found.whom) or span
end

-- The place that و joins to a span: الحديدة before وإب.
local function joined_place(sentence, span)
  if util.letter_before(sentence, span) == "و" then
    for _, entity in ipairs(sentence.entities) do
      if entity.stop < span.start and span.start - entity.stop <= 2 then
        return entity
      end
    end
  end
  return span
end

-- Where a place is, no state that acts: في عدن, مدينة عدن.
local function is_location(sentence, span)
  local is_place = span.type == "GPE" or span.type == "LOC" or span.type == "FAC"
  return phrases.opening(sentence, span, settled)
    or is_place and util.follows(sentence, joined_place(sentence, span), "في", "إلى", "من", "نحو", "العاصمة")
end

--- Whether a phrase names nobody: a deed, a quality, an adverb, an adjective alone.
function phrases.is_nobody(sentence, span)
  if span.type then
    return false
  end
  local alone = not string.find(span.text, " ", 1, true) and not util.has_article(span)
  return phrases.opening(sentence, span, nobody) or alone and phrases.opening(sentence, span, position)
    or span.text == "كل" or span.text == "أي" or alone and util.ends(span.text, "ًا", "اً", "ية")
end

--- A phrase that can be somebody, or nil: no deed, no place where something is, nobody who only passes on what others say.
function phrases.party_or_nil(sentence, span)
  sentence = span and util.home(sentence, span) or sentence
  local is_who = span and not phrases.is_nobody(sentence, span) and not is_location(sentence, span)
  return is_who and not util.within(sentence, span, medium) and not phrases.opening(sentence, span, anonymous) and span or nil
end

--- وتطهيرها: the second of two verbal nouns, nobody.
function phrases.is_leftover(party)
  return not party.type and util.begins(party.text, "و") and util.ends(party.text, "ها", "هم", "ه")
end

return phrases
