-- Why words that threaten are no news of a threat: history, fiction, the computer, guesses, quarrels of private people.
local util = require "util"
local words = require "words"

local doubts = {}

local fiction = hilal.lexicon "fiction"
local history = hilal.lexicon "history_titles"
local cyber = hilal.lexicon "cyber_words"
  + hilal.word { "حرب", "هجوم", "هجمات" } * hilal.word { "إلكترونية", "إلكتروني", "سيبرانية", "سيبراني" }
local guess = hilal.lexicon "guesses"
local hedge = hilal.phrase { "فيما يبدو", "على ما يبدو" }
local moved = hilal.verb({ "حشد=حشد", "نشر=نشر", "أرسل", "دفع=دفع", "نقل=نقل", "حرّك", "عزّز", "طوّق", "حاصر", "استدعى" }, "perfect")
local analyst = hilal.lexicon "analysts"
local preacher = hilal.lexicon "preachers"
-- «شقيقة الزعيم» speaks for him.
local kin = hilal.lexicon "private_people" - hilal.lexicon "private_people" * (words.military + words.power)
local lone = hilal.lexicon "lone_people"
local account = hilal.lexicon "accounts"
local forecast = hilal.lexicon "forecasts"
local answering = hilal.gap(0, 8) * hilal.word { "رد", "للرد" } * hilal.gap(0, 1) * hilal.word "على" * hilal.gap(0, 2) * words.hostile
local analyst_named = hilal.lexicon "analysts" * hilal.gap(0, 4) * hilal.entity "PER":as "who"
local former = hilal.word { "سابق", "سابقة", "أسبق" }
local wanted = (hilal.verb({ "اشترط", "أراد", "طلب=طلب", "طالب", "تمنّى", "رجا=رجاء", "أمل=أمل" }) - hilal.word "طالبان") * hilal.gap(0, 3)
  * hilal.word "أن"

local disowned = hilal.verb({ "نفى", "أنكر", "كذّب", "تبرّأ" }) * hilal.gap(0, 3)
  * (hilal.noun(hilal.lexicon "messages") + hilal.lexicon "accounts" + hilal.word { "تغريدة", "تغريدات", "منشور", "منشورا", "تصريح",
    "تصريحات" })
  * hilal.gap(0, 30) * hilal.word { "جاء", "ورد", "كتب", "قيل" } * hilal.word { "فيه", "فيها" }

-- The opening of an article tells what it is about: so many of its sentences, the title first.
local opening = 4
-- Years back from which what readied force is over, and from which a date is history.
local long_ago, history_ago = 5, 50
-- The year of an article that has no date: no archive of news sites is much older.
local undated = 2000
local anniversary = hilal.phrase { "في مثل هذا اليوم", "في مثل هذا الشهر", "حدث في مثل" }
-- Of so many sentences news cites somebody in one, and from so many on that is no chance; nor is it from fewer that nobody is.
local cited_in, long_article, some_article = 5, 10, 6
-- Old dates that are no chance.
local few = 3
-- The days after which forces that were readied have moved on.
local moved_on = 45
local days_of_year, days_of_month = 365, 30
-- What is longer is no article of a newspaper, in sentences: what the whole says is not asked for there. What is longer is
-- no sentence, in characters: it is not read. Both keep the work in proportion to the text.
local longest_article, longest_sentence = 300, 20000
-- Characters within which what is forecast stands.
local forecast_reach = 120

local function year_of(value)
  return tonumber(string.match(tostring(value or ""), "^(%d%d%d%d)"))
end

-- Days from year 0, roughly, of a value: a year alone is its end, a month alone its last day.
local function days_of(value)
  local year = year_of(value)
  if not year then
    return nil
  end
  local month, day = string.match(value, "^%d+%-(%d%d)%-?(%d*)")
  return year * days_of_year + (tonumber(month) or 12) * days_of_month + (tonumber(day) or days_of_month)
end

-- Whether a time lies so many years before the article's date; «منذ 2007» reaches to the present.
local function is_old(sentence, time, years)
  local now, year = year_of(sentence.article.date) or undated, time and year_of(time.value)
  return now ~= nil and year ~= nil and year <= now - years and not util.follows(sentence, time, "منذ")
end

local function has_old(sentence)
  for _, time in ipairs(sentence.times) do
    if is_old(sentence, time, long_ago) then
      return true
    end
  end
  return false
end

-- Whether an article is about history: by its title, or by most of its dates.
local function is_history(sentence)
  local title = sentence.article.sentences[1]
  if title and title.field == "title" and title:has(history) then
    return true
  end
  local old, dated = 0, 0
  for _, time in ipairs(sentence.article.times) do
    dated = dated + (year_of(time.value) and 1 or 0)
    old = old + (is_old(sentence, time, history_ago) and 1 or 0)
  end
  return old >= few and old * 2 > dated
end

-- Whether a time is so far back that what was readied then is over.
local function is_over(sentence, time)
  local now, day = days_of(sentence.article.date), time and days_of(time.value)
  return now ~= nil and day ~= nil and day < now - moved_on
end

local function opens_with(sentence, pattern)
  for index, other in ipairs(sentence.article.sentences) do
    if index > opening then
      return false
    end
    if other:has(pattern) then
      return true
    end
  end
  return false
end

-- Whether a sentence calls a person in it an analyst, by office or by the words before the name.
local function calls_analyst(sentence, person)
  if util.within(sentence, person, analyst) or person.office and util.within(sentence, person.office, analyst) then
    return true
  end
  local found = sentence:find(analyst_named)
  return found ~= nil and found ~= false and util.overlap(found.who, person)
end

-- Whether a person is called an analyst, here or elsewhere in the article.
local function is_analyst(sentence, source)
  if calls_analyst(sentence, source) then
    return true
  end
  if source.type ~= "PER" or not source.cluster then
    return false
  end
  for _, other in ipairs(sentence.article.sentences) do
    for _, entity in ipairs(other.index <= longest_article and other.entities or {}) do
      if entity.cluster == source.cluster and calls_analyst(other, entity) then
        return true
      end
    end
  end
  return false
end

-- Whether somebody outside guesses: «يبدو أن», a source that is an analyst or out of office.
local function is_guess(sentence, cue)
  -- «حشدت قواتها فيما يبدو تمهيدا لهجوم»: what it is for is guessed, that forces moved is not.
  if util.has_before(sentence, cue, guess) and not (util.has_before(sentence, cue, hedge) and util.has_before(sentence, cue, moved)) then
    return true
  end
  local source = cue.source
  return source ~= nil
    and (is_analyst(sentence, source) or source.office ~= nil and util.within(sentence, source.office, former))
end

-- Whether what is expected names neither day nor foe nor deed to answer: an army's posture.
local function is_forecast(sentence, found)
  return not found.target and not found.time and util.has_close_before(sentence, found.span, forecast, forecast_reach)
    and not util.next(sentence, found.span, answering)
end

-- «القيادة تعلن بدء الهدنة»: what an article under such a title says is a statement, whoever is cited.
local declared = hilal.verb({ "أعلن", "أكّد", "حذّر", "هدّد", "توعّد", "تعهّد", "أنذر", "أمهل" }, { "perfect", "imperfect" })
local function is_statement(sentence)
  local title = sentence.article.sentences[1]
  if title ~= nil and title.field == "title" and title:has(declared) then
    return true
  end
  for index, other in ipairs(sentence.article.sentences) do
    if index > opening then
      return false
    end
    if other.field == "content" then
      local found = other:find(declared)
      return found ~= nil and found ~= false and found.span.start - other.span.start <= 1
    end
  end
  return false
end

-- Whether a writer comments: a long article in which hardly anybody is cited, or a shorter one in which nobody is.
local function is_comment(sentence, found)
  local length = #sentence.article.sentences
  if length < some_article or found.span.source ~= nil then
    return false
  end
  local cited = #sentence.article.quotes + #sentence.article.attributions
  return (cited == 0 or length >= long_article and cited * cited_in < length) and not is_statement(sentence)
end

-- Whether people threaten each other, no armed body.
local function is_private(sentence, found)
  local actor = found.actor
  if actor and util.within(sentence, actor, account) then
    return true
  end
  if util.is_armed(sentence, actor) then
    return false
  end
  local rest = sentence:after(found.span)
  if rest ~= nil and rest:has(kin) then
    return true
  end
  -- «شاب هدد بتفجير متجر»: a crime, unless an armed body is told of.
  return actor ~= nil and actor.type == nil and util.within(sentence, actor, lone) and not sentence:has(words.armed_context)
end

-- Each doubt by name.
local tests = {
  history = function(sentence, found)
    return is_old(sentence, found.time, history_ago) or is_history(sentence) or sentence:has(anniversary)
  end,
  old = has_old,
  over = function(sentence, found)
    return is_over(sentence, found.time)
  end,
  fiction = function(sentence)
    return opens_with(sentence, fiction)
  end,
  cyber = function(sentence)
    return sentence:has(cyber)
  end,
  guess = function(sentence, found)
    return is_guess(sentence, found.span) or is_forecast(sentence, found)
  end,
  wanted = function(sentence, found)
    return util.follows(sentence, found.span, "أن", "بأن") and util.has_before(sentence, found.span, wanted)
  end,
  -- «نفى المتحدث منشورا جاء فيه …»: what a disowned message says nobody says.
  disowned = function(sentence, found)
    return util.has_before(sentence, found.span, disowned)
  end,
  preached = function(sentence, found)
    return found.actor ~= nil and util.within(sentence, found.actor, preacher)
  end,
  private = is_private,
  comment = is_comment,
}

--- A rule's check that keeps what none of some doubts speaks against.
function doubts.without(names, check)
  return function(sentence, m)
    local span = sentence.span
    if span.stop - span.start > longest_sentence then
      return nil
    end
    local found = check(sentence, m)
    if not found or sentence.index > longest_article then
      return found
    end
    for _, name in ipairs(names) do
      if tests[name](sentence, found) then
        return nil
      end
    end
    return found
  end
end

return doubts
