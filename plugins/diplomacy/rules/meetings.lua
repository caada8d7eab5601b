-- The layer `meetings`: one item for each sentence that reports that parties met, talked, visited each
-- other, telephoned or will meet.
local guard = require "guard"
local judge = require "judge"
local others = require "others"
local rank = require "rank"
local sides = require "sides"
local text = require "text"
local wide = require "wide"
local words = require "words"

-- Cues of a sentence that are looked at, at most.
local cue_limit = 12
-- Words between a word that takes a meeting back and the cue, at most; an invitation reaches further.
local unreal_reach = 3
local invite_reach = 9
-- Of what somebody is asked to («دعا المفوض … لزيارة») the words between may name and title whoever asks and is asked.
local asked_reach = 24
-- Code points between a cue and its place, at most.
local place_reach = 160
-- Between a place and the cue behind it, and between a verb of discussing and a place that is no topic, at most.
local before_reach = 48
local topic_reach = 24

-- Words behind which something else is told than the meeting.
local relative = hilal.word { "الذي", "التي", "الذين", "اللذين", "اللتين" }
  * -(hilal.verb(hilal.lexicon "light_verbs") + hilal.verb "تمّ")
local another_clause = words.clause_end + relative
local relative_word = hilal.word { "الذي", "التي", "والذي", "والتي" }
  * -(hilal.verb(hilal.lexicon "light_verbs") + hilal.verb { "بدأ", "انطلق", "اختتم", "استمرّ", "استغرق" })
-- Words between a cue and a relative clause that tells of it, at most.
local relative_reach = 6
local doubtful_near = text.anchored(hilal.word { "محتمل", "محتملة", "المحتمل", "المحتملة", "مفترض", "المفترض" })
local undone_near = text.anchored(hilal.gap(0, 16) * words.undone:as "undone")
local invitation = hilal.lexicon "invitations"
local failure = hilal.verb({ "فشل", "تعثّر", "انهار", "أخفق" }, { "perfect", "imperfect" })
local another = hilal.word { "فيما", "بينما", "لكن", "ولكن", "وكان", "وكانت" }
local before_it = hilal.word { "قبل", "قبيل" }
local since = hilal.word { "منذ", "مذ" }
-- Behind which another meeting is told than before.
local other_meeting = hilal.word { "لكن", "ولكن", "وكذلك", "كذلك", "كما", "فيما", "بينما" }
-- «قبل أسبوعين من موعد كذا»
local before_another = text.anchored(hilal.word { "من" })
-- What goes on with another verb than the meeting's: «، وهنأهم بشهر رمضان، كما وصل غدا».
local another_verb = hilal.word { "إذ", "كما", "ثم", "فيما", "بينما", "مؤكدا", "مشيرا", "موضحا", "مبينا", "لافتا", "مشيدا", "مثمنا" }
  + hilal.verb({ "هنّأ", "حثّ", "وصل=وصول", "تسلّم", "ودّع", "تبادل", "أثنى", "اطّلع" }, "perfect")
-- Where what is told or done on an occasion begins: «أعربت في اجتماعها عن …».
local content = hilal.word { "أن", "إن", "بأن", "أنه", "أنها", "إنه", "إنها", "عن", "بمناسبة", "وهي", "وهو" }
local occasions = { "في", "خلال", "أثناء", "اثناء", "عند", "عقب", "بعد", "قبل", "قبيل", "لدى" }
-- Words between a meeting and its time without another verb, and between an occasion and its place and time, at most.
local clause_reach = 6
local occasion_reach = 24
-- Words between a cue and a time that is not the nearest, at most.
local other_before, other_behind = 10, 14
local time_marks = { "؛", ".." }

--- Whether words behind a noun of meeting say that it did not take place or will not.
local function is_undone(sentence, cue)
  local found = text.within(sentence, cue, words.occasion) and text.follows(sentence, cue, undone_near)
  local between = found and text.between(sentence, cue, found.undone)
  return found and text.is_clause(between) and not string.find(between, "«", 1, true)
end

--- Whether only the success of talks is denied: «فشلت المحادثات».
local function has_failed(sentence, cue)
  local found, distance = text.last_before(sentence, cue, failure)
  return found ~= nil and distance <= 1
end

--- Whether a meeting is denied, or only asked for, wished, refused or possible.
local function is_unreal(sentence, cue)
  local upon = text.right_behind(sentence, cue, words.upon)
  -- «خلال زيارته»: what is said to have been done on a visit may be doubted, not the visit.
  if cue.polarity ~= "asserted" and not has_failed(sentence, cue)
    or cue.modality == "conditional" and not (upon and not text.within(sentence, upon.span, before_it)) then
    return true
  end
  -- What somebody asks for or refuses at a meeting is not the meeting: «دعا إلى كذا عقب لقائه فلانا».
  if upon then
    return is_undone(sentence, cue)
  end
  local found, distance = text.last_before(sentence, cue, words.unreal)
  if found and distance <= unreal_reach then
    return true
  end
  found, distance = text.last_before(sentence, cue, invitation)
  local word = found and sentence:within(cue)
  local reach = word and text.begins(word.text, "ل") and asked_reach or invite_reach
  local part = found and distance <= reach and text.words_between(sentence, found.span, cue)
  local is_asked = found ~= nil and distance <= reach and not (part and part:has(another))
  return is_asked or text.follows(sentence, cue, doubtful_near) ~= nil or is_undone(sentence, cue)
end

--- Whether a place belongs to somebody's office: رئيس جمهورية كذا.
local function is_seat(sentence, place)
  return sides.bearer(sentence, place) ~= nil or text.right_behind(sentence, place, words.party) ~= nil
end

--- Whether a place stands right behind somebody who is named with whom something is discussed: «مع فلان في كذا».
local function is_beside(sentence, place, parties)
  for _, party in ipairs(parties) do
    local lead = party.type == "PER" and party.stop <= place.start and text.between(sentence, party, place)
    if lead == "في" or lead == "فى" then
      local found = text.last_before(sentence, party, words.with)
      local between = found and text.words_between(sentence, found.span, party)
      return found ~= nil and (not between or not between:has(words.topic))
    end
  end
  return false
end

--- Whether the words behind a cue that only names an occasion tell what was said or done on it.
local function is_content(sentence, cue, between)
  -- By the letters: words for an occasion are many before a cue, and all would be looked at.
  local before = sentence:before(cue)
  local is_occasion = before ~= nil and text.ends(before.text, table.unpack(occasions))
  return is_occasion and (between.words > occasion_reach or between:has(content))
end

--- Whether a place stands in the clause of a cue: shortly before it, or behind it with neither what the meeting is
--- about nor the end of the clause between. What a verb of discussing takes is its topic, but for a place before مع.
local function is_in_clause(sentence, cue, place, kind, parties)
  if place.stop <= cue.start then
    local lead = text.words_between(sentence, place, cue)
    return cue.start - place.stop <= before_reach and not (lead and lead:has(other_meeting))
  end
  if kind == "discuss" or kind == "discussing" then
    local behind, lead = sentence:after(place), text.words_between(sentence, cue, place)
    return place.start - cue.stop <= topic_reach or is_beside(sentence, place, parties)
      or behind ~= nil and behind:has(words.with) and not (lead and lead:has(words.topic))
  end
  local rest = sentence:after(cue)
  local between = rest and rest:before(place)
  if between and is_content(sentence, cue, between) then
    return false
  end
  return not between
    or not between:has(words.topic) and not between:has(words.clause_end) and text.is_clause(between.text)
end

--- Whether a place can be where a meeting is held: in its clause, no office's seat and no meeting's own name («اجتماع جنيف»).
local function is_venue(sentence, cue, place, kind, parties)
  return not text.within(sentence, place, words.occasion) and is_in_clause(sentence, cue, place, kind, parties)
    and not is_seat(sentence, place) and not sides.is_birthplace(sentence, place)
end

--- Whether a cue opens a list of who attended: a place there belongs to somebody's office.
local function is_attendance(sentence, cue, kind)
  return kind == "attend" or text.right_behind(sentence, cue, words.attend) ~= nil
end

--- Whether a time says since when there was none: «أول لقاء منذ عام 2007».
local function is_since(sentence, time)
  local found, distance = text.last_before(sentence, time, since)
  return found ~= nil and distance <= 1
end

--- Whether a time tells when: how long something lasts does not, but how long ago it was («قبل يومين»).
local function tells_when(sentence, time)
  if time.type == "DURATION" then
    local before = sentence:before(time)
    return before ~= nil and text.ends(before.text, "قبل") and not text.follows(sentence, time, before_another)
  end
  return time.type ~= "SET" and not is_since(sentence, time)
end

--- Whether nothing stands between a cue and a time that tells of something else: neither a relative clause, which a comma ends, nor
--- the clause in which something is told on the occasion, nor another verb behind a comma and و.
local function is_timed(sentence, cue, time)
  if text.overlap(time, cue) then
    return true
  end
  local is_before = time.start < cue.start
  local between = text.words_between(sentence, is_before and time or cue, is_before and cue or time)
  local other = between and between:find(is_before and relative or another_clause)
  local rest = other and between:after(other.span)
  if other and not (rest and string.find(rest.text, "،", 1, true)) then
    return false
  end
  -- «الاتفاق الذي تم التوصل إليه الثلاثاء»: a relative clause far behind the cue.
  local late = not is_before and between and between:find(relative_word)
  local lead, tail = late and between:before(late.span), late and between:after(late.span)
  if late and lead and lead.words > relative_reach and not (tail and string.find(tail.text, "،", 1, true)) then
    return false
  end
  if is_before or not between then
    return not (between and between:has(other_meeting))
  end
  return not is_content(sentence, cue, between) and (between.words <= clause_reach
    or not text.has_mark(between.text, time_marks) and not between:has(another_verb))
end

--- Whether a time that is not the nearest stands near enough to a cue, in its clause.
local function is_close(sentence, cue, time)
  local is_before = time.start < cue.start
  local between = text.words_between(sentence, is_before and time or cue, is_before and cue or time)
  return not between or between.words <= (is_before and other_before or other_behind) and text.is_clause(between.text)
    and not between:has(content)
end

--- When it takes place: the nearest time in its clause.
local function time_of(sentence, cue)
  local nearest = sentence:time_near(cue)
  if not nearest or tells_when(sentence, nearest) and is_timed(sentence, cue, nearest) then
    return nearest
  end
  local best, least
  for _, time in ipairs(sentence.times) do
    local distance = math.max(time.start - cue.stop, cue.start - time.stop)
    if (not least or distance < least) and tells_when(sentence, time) and is_close(sentence, cue, time)
      and is_timed(sentence, cue, time) then
      best, least = time, distance
    end
  end
  return best
end

local function is_party(place, parties)
  for _, party in ipairs(parties) do
    if text.overlap(party, place) then
      return true
    end
  end
  return false
end

--- «في مكتبه بقصر كذا»: the first building behind a cue that ب is joined to.
local function building(sentence, cue)
  for _, entity in ipairs(sentence.entities) do
    if entity.type == "FAC" and entity.start >= cue.stop and sentence:within(entity).text == "ب" .. entity.text then
      return entity
    end
  end
  return nil
end

--- Where it takes place: the goal of a visit, else what place_near finds, unless it stands far off.
local function place_of(sentence, cue, parties, kind)
  if kind == "trip" or kind == "visit" then
    local goal = sides.place_behind(sentence, cue)
    if goal and not is_party(goal, parties) and not is_seat(sentence, goal) then
      return goal
    end
  end
  if kind == "trip" then
    local goal = sides.place_before(sentence, cue)
    if goal and not is_party(goal, parties) and not is_seat(sentence, goal) then
      return goal
    end
  end
  local place = not is_attendance(sentence, cue, kind) and (sentence:place_near(cue) or building(sentence, cue))
  if not place or place.start - cue.stop > place_reach or not is_venue(sentence, cue, place, kind, parties) then
    return nil
  end
  local time = sentence:time_near(place)
  if time and text.overlap(time, place) or text.overlap(place, cue) or is_party(place, parties) then
    return nil
  end
  return place
end

--- The parties of the meeting that a cue tells of, or nil.
local function parties_of(sentence, cue, kind)
  for _, judges in ipairs { judge, wide } do
    local parties = judges[kind] and judges[kind](sentence, cue)
    if parties and guard.holds(sentence, cue, parties, kind) then
      return parties
    end
  end
  return nil
end

--- Whether the words of a sentence leave it open that a cue tells of a meeting. Words first: names cost the most, and where
--- nobody is told of by any word only a name can be a party.
local function may_tell(sentence, kind)
  -- A headline may have names alone: «فلان يستقبل فلانا».
  local needed = (kind ~= "receive" or sentence.field ~= "title") and words.needed[kind]
  return not needed and (sentence:has(words.somebody) or #sentence.entities > 0) or needed and sentence:has(needed)
end

local function item(sentence, cue, kind)
  if not may_tell(sentence, kind) then
    return nil
  end
  -- The parties first: how a cue is asserted takes the quotes of the whole article to say.
  local parties = parties_of(sentence, cue, kind)
  if not parties or is_unreal(sentence, cue) then
    return nil
  end
  local participants = others.complete(sentence, cue, parties, kind)
  return {
    span = cue,
    participants = participants,
    place = place_of(sentence, cue, parties, kind),
    time = time_of(sentence, cue),
    contact = kind,
    level = rank.level(sentence, participants),
  }
end

return hilal.extractor {
  id = "meetings",
  provides = "meetings",
  on = "sentence",
  fields = { "participants", "place", "time", "contact", "level" },
  match = words.first_cue,
  check = function(sentence)
    if sentence:has(words.not_official) or sentence:has(words.field) and sentence:has(words.sport) then
      return nil
    end
    local rest, best = sentence, nil
    for _ = 1, cue_limit do
      local found = rest and rest:find(words.cue)
      if not found then
        break
      end
      local one = item(sentence, words.cue_of(found))
      if one and (not best or #one.participants > #best.participants) then
        best = one
      end
      if best and #best.participants > 1 then
        break
      end
      rest = rest:after(found.span)
    end
    return best
  end,
}
