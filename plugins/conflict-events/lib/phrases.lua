-- Noun phrases as fields: joined where they were cut before what says who («عدد من الجنود», «مواقع لتنظيم الفجر»).
local phrases = {}

local word, lexicon = hilal.word, hilal.lexicon

local any = hilal.any():as "word"
local filler = lexicon "fillers"
local telling = hilal.any() - filler
local number = hilal.number() + lexicon "numbers"
local group_head = lexicon "group_heads"
local of, at_least, on = word "من" - word { "منهم", "منها", "منه", "منهما", "منهن" }, word { "الاقل", "الاكثر" }, word "على"
local amount = word { "كبير", "كبيرة", "كبيرا", "غير", "قليل", "قليلا", "محدود", "محدودا", "اضافي", "هائل", "هائلا", "ضخم", "ضخما" }
-- «ثلاثة من قبل», «خمسة من منازلهم»: no part of a number.
local not_members = word { "قبل", "جانب", "طرف", "جهة", "جراء", "منزل", "منازل", "مقر", "بيت", "بيوت", "سيارة" } + hilal.time()
-- «سبعة طلاب من مدرسة»: a place is where the counted come from.
local place = lexicon "no_actors"
local members = lexicon "people" + lexicon "armed_actors" + lexicon "crowds" + hilal.entity "ORG"
local member_or_head = hilal.entity() + lexicon "armed_actors" + group_head + word { "اخطر", "ابرز", "كبار", "اهم", "اقدم", "اكبر" }
-- «عائلات متحدرة من القرى»: participles that say nothing without the place.
local from = word { "متحدرة", "متحدرين", "متحدرون", "منحدرة", "منحدرين", "قادمة", "قادمين", "قادمون", "نازحة", "نازحين" }
-- «سبعة عناصر», «أعضاء»: of what they are members is said behind من.
local member = word { "عناصر", "افراد", "اعضاء", "عنصرين", "عضوين", "مجموعة" }
local owner = lexicon "armed_actors" + hilal.entity "ORG"
-- Accusatives that say how, not whom: «قتل جنديا ميدانيا».
local adverbs = word { "ميدانيا", "هاتفيا", "حاليا", "يوميا", "رسميا", "جزئيا", "كليا", "نهائيا", "سنويا", "تقريبا" }
-- «عناصرها»: a pronoun says already whose they are.
local pronouns = { "ه$", "ها$", "هم$", "هما$" }
local time = hilal.time()
-- Code points between words that follow each other: a space, a quotation mark.
local beside = 2
local stops = { "،", ",", ";", ":", "." }
local attached = { "^و", "^ف", "^ب", "^ل" }
local many = 4

--- One span from the first of two to the end of the other.
function phrases.joined(sentence, first, last)
  local head, tail = sentence:before(first), sentence:after(last)
  local unit = head and sentence:after(head.span) or sentence
  return (tail and unit:before(tail.span) or unit).span
end

--- The text between two spans that follow each other.
function phrases.between(sentence, first, last)
  return string.sub(phrases.joined(sentence, first, last).text, #first.text + 1, -1 - #last.text)
end

--- Whether a comma or the like stands between two spans that follow each other.
function phrases.are_parted(sentence, first, last)
  local between = phrases.between(sentence, first, last)
  for _, stop in ipairs(stops) do
    if string.find(between, stop, 1, true) then
      return true
    end
  end
  return false
end

--- The word right behind a span, nil where a comma or the like stands between.
function phrases.next(sentence, span)
  local rest = sentence:after(span)
  local found = rest and rest:find(any)
  if not found or found.word.start - span.stop > beside then
    return nil
  end
  return not phrases.are_parted(sentence, span, found.word) and found.word or nil
end

--- Whether the words of a span have a pattern.
function phrases.has(sentence, span, pattern)
  local words = span and sentence:within(span)
  return words ~= nil and words:has(pattern)
end
local has = phrases.has

local function last_word(sentence, span)
  local words = sentence:within(span)
  local found = words and words:find(any)
  for _ = 1, many do
    local rest = found and words:after(found.word)
    local more = rest and rest:find(any)
    if not more then
      break
    end
    found = more
  end
  return found and found.word
end

--- Whether a text has one of some shapes.
function phrases.is_any(text, shapes)
  for _, shape in ipairs(shapes) do
    if string.find(text, shape) then
      return true
    end
  end
  return false
end

--- Whether a word ends in a pronoun of the third person.
function phrases.is_owned(span)
  return phrases.is_any(span.text, pronouns)
end

--- Whether a phrase is nothing but words that count or fill.
function phrases.is_filler(sentence, span)
  local words = span and sentence:within(span)
  return words ~= nil and words.words <= 2 and not words:has(telling)
end

-- Behind the phrase: «على الأقل», «عدد كبير», which part a number from its people.
local function past_least(sentence, span)
  local degree = phrases.next(sentence, span)
  for _ = 1, many do
    if not degree or not has(sentence, degree, amount) then
      break
    end
    span = degree
    degree = phrases.next(sentence, span)
  end
  local first = phrases.next(sentence, span)
  local second = first and has(sentence, first, on) and phrases.next(sentence, first)
  return second and has(sentence, second, at_least) and second or span
end

-- Whom a number or a group is of: «29 على الأقل من المتمردين», «عدد من الجنود».
local function members_of(sentence, span, is_bare)
  local link = phrases.next(sentence, past_least(sentence, span))
  local first = link and has(sentence, link, of) and phrases.next(sentence, link)
  if not first or has(sentence, first, not_members) or not is_bare and has(sentence, first, place) then
    return nil
  end
  local party = sentence:parties_from(first)[1]
  return party and (is_bare or has(sentence, party, members)) and party or nil
end

-- The adjective of an accusative: «مركزا ثقافيا».
local function adjective(sentence, span)
  local nunated = string.find(span.text, "ا$") or string.find(span.text, "ًا$") or string.find(span.text, "اً$")
  local following = nunated and phrases.next(sentence, span)
  local text = following and following.text or ""
  local is_like = string.find(text, "يا$") or string.find(text, "يًا$") or string.find(text, "ياً$") or string.find(text, "يّا$")
  return is_like and not has(sentence, following, adverbs) and following or nil
end

-- Whose something is, behind ل: «مواقع للمتمردين».
local function owner_of(sentence, span)
  local following = not string.find(span.text, "^ال") and phrases.next(sentence, span)
  if not following or not string.find(following.text, "^ل") or not has(sentence, following, owner) then
    return nil
  end
  return sentence:parties_from(following)[1] or following
end

-- What belongs to a phrase behind its end.
local function rest_of(sentence, span)
  local last = last_word(sentence, span)
  local is_bare = last and (has(sentence, last, filler) or has(sentence, last, number) or has(sentence, last, from)
    or has(sentence, last, member))
  local is_head = last and has(sentence, last, group_head) and not phrases.is_owned(last)
  local following = is_head and phrases.next(sentence, span)
  local is_quoted = following and string.find(phrases.between(sentence, span, following), "%S") ~= nil
  local is_named = following and (is_quoted or string.find(following.text, "^ال") or has(sentence, following, member_or_head))
  if is_named and not has(sentence, following, time) and not phrases.is_any(following.text, attached) then
    local genitive = sentence:parties_from(following)[1]
    if genitive and genitive.start == following.start then
      return genitive
    end
  end
  return members_of(sentence, span, is_bare) or adjective(sentence, span) or owner_of(sentence, span)
end

--- A phrase with what belongs to it behind its end. One that begins within a word (ومدرعتين) cannot be joined.
function phrases.whole(sentence, span)
  for _ = 1, many do
    local rest = rest_of(sentence, span)
    local joined = rest and phrases.joined(sentence, span, rest)
    if not joined or joined.start < span.start or joined.stop <= span.stop then
      break
    end
    span = joined
  end
  return span
end

return phrases
