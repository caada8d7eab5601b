-- Whether a meeting lies ahead of its article.
local around = require "around"
local text = require "text"
local words = require "words"

local ahead = {}

-- Days up to the first of each month, and in a week.
local month_days = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 }
local year_days, week_days = 365, 7
-- The fourth of January is always in the first week of its year.
local first_week_day = 4

-- Words between a verb that will hold a meeting and its noun, at most.
local hold_reach = 8
local held_future = hilal.verb(hilal.lexicon "light_verbs", "future")
local held_later = hilal.verb(hilal.lexicon "light_verbs", { "imperfect", "future" })
-- Whatever is not the meeting itself: its content, or words that tell of another event.
local elsewhere = words.people_end + words.topic + words.upon
  + hilal.word { "أن", "إن", "إنه", "إنها", "أنه", "أنها", "لكن", "كي", "حتى", "استعدادا", "تمهيدا", "تحضيرا" }
  + hilal.word { "الذي", "التي" } * -held_later
-- Words between a meeting in which something is told and its own time, at most, where no verb says that it is held then.
local inside_reach = 4
local told = words.upon - hilal.word { "قبل", "قبيل" }
-- What is to come by its words, also where the article has no date.
local coming = hilal.word { "غد", "غدا" } + hilal.lexicon "to_come"
-- A time that tells what is prepared or for whom somebody will play, not when parties meet.
local season = hilal.noun "موسم" + hilal.word "العام" * hilal.word { "الدراسي", "المالي", "الجامعي" }

--- Days from year 0 up to a day.
local function days(year, month, day)
  local before = month > 2 and year or year - 1
  local leaps = before // 4 - before // 100 + before // 400
  return year * year_days + leaps + (month_days[month] or 0) + day
end

--- The numbers of a value's date; nil where it has none.
local function parts(value)
  local year, rest = string.match(value, "^(%d%d%d%d)(.*)$")
  local month, more = string.match(rest or "", "^%-(%d%d)(.*)$")
  return tonumber(year), tonumber(month), tonumber(string.match(more or "", "^%-(%d%d)"))
end

--- Whether a week begins after a day. Day 2 of the count is a Monday.
local function is_later_week(year, week, today)
  local first = days(year, 1, first_week_day)
  local monday = first - (first - 2) % week_days
  return monday + (week - 1) * week_days > today
end

--- Whether a time's value lies after the article's date, by the day or by what is told of both.
local function is_later(value, date)
  if value == "FUTURE_REF" then
    return true
  end
  local now, now_month, now_day = parts(date or "")
  local year, month, day = parts(value)
  if not year or not now_day then
    return false
  end
  local week = tonumber(string.match(value, "^%d+%-W(%d%d)"))
  if week then
    return is_later_week(year, week, days(now, now_month, now_day))
  end
  if year ~= now or not month then
    return year > now
  end
  if month ~= now_month or not day then
    return month > now_month
  end
  return day > now_day
end

--- Whether a time closes a headline: «… «كذا».. غدا».
local function is_last(sentence, time)
  local rest = sentence:after(time)
  return sentence.field == "title" and (not rest or rest.words == 0)
end

--- Whether nothing that tells of something else stands between a cue and its time.
local function is_its_own(sentence, cue, time)
  local is_before = time.start < cue.start
  local between = text.words_between(sentence, is_before and time or cue, is_before and cue or time)
  if not between then
    return true
  end
  if between.words > inside_reach and not between:has(held_later) and text.right_behind(sentence, cue, words.inside) then
    return false
  end
  return not between:has(elsewhere) and (text.is_clause(between.text) or is_last(sentence, time))
end

--- Whether a verb of the perfect holds a meeting, or the meeting is what something else was told at.
local function is_past(sentence, cue)
  local hold = around.holder(sentence, cue)
  return text.right_behind(sentence, cue, told) ~= nil or hold and text.within(sentence, hold, words.held_once) or false
end

--- Whether the meeting of an item lies ahead: it is told in the future, or in no perfect and with a time that is still to come.
function ahead.is(sentence, item)
  if item.modality == "future" then
    return true
  end
  local is_verb = text.within(sentence, item, words.finite)
  if not is_verb and text.follows(sentence, item, words.to_come_near) then
    return true
  end
  -- «سيجري محادثات»
  local hold = not is_verb and around.holder(sentence, item)
  local lead = hold and text.within(sentence, hold, held_future) and hold.stop <= item.start
  local between = lead and text.words_between(sentence, hold, item)
  if lead and (not between or between.words <= hold_reach and text.is_clause(between.text)) then
    return true
  end
  if is_verb and text.within(sentence, item, words.met_once) or not is_verb and is_past(sentence, item) then
    return false
  end
  local time = item.time
  return time ~= nil and (text.within(sentence, time, coming) or is_later(tostring(time.value), sentence.article.date))
    and not text.within(sentence, time, season) and is_its_own(sentence, item, time)
end

return ahead
