-- Where words stand in a sentence, and what they are.
local spans = require "spans"
local words = require "words"

local util = { begins = spans.begins, ends = spans.ends, overlap = spans.overlap, within = spans.within }

local function set(words_of)
  local members = {}
  for _, word in ipairs(words_of) do
    members[word] = true
  end
  return members
end

--- The letter written right before a span inside its word: "ب" for قصف in بقصف; "" at its beginning.
function util.letter_before(sentence, span)
  local word = sentence:within(span)
  local from = word and span.start - word.span.start or 0
  if from <= 0 then
    return ""
  end
  local text = word.text
  local at = utf8.offset(text, from)
  local stop = utf8.offset(text, from + 1)
  if not at or not stop then
    return ""
  end
  local letter = string.sub(text, at, stop - 1)
  if letter == " " or letter == "«" or letter == '"' then
    return ""
  end
  return letter
end

--- The text between two spans of a sentence, the first before the second.
function util.between(sentence, a, b)
  local rest = b.start > a.stop and sentence:after(a)
  if not rest or rest.span.start > b.start then
    return ""
  end
  local to = utf8.offset(rest.text, b.start - rest.span.start + 1)
  local spaces = string.rep(" ", rest.span.start - a.stop)
  return to and spaces .. string.sub(rest.text, 1, to - 1) or ""
end

local clause_marks = { "؛", ". ", ":" }

--- Whether no semicolon, colon or full stop stands between two spans.
function util.same_clause(sentence, a, b)
  return not spans.has_mark(util.between(sentence, a, b), clause_marks)
end

-- Words in ب that say how, when or without what, not with what.
local not_with = set {
  "بلا", "بدون", "بعد", "بين", "بل", "بشكل", "بصورة", "بعض", "بسبب", "بحسب", "بينما", "به", "بها", "بهم", "بهما", "بنا", "بذلك",
  "بأنه", "بأنها",
}

--- Whether what is threatened or vowed stands behind ب: بقصف, بشن هجوم, بتنفيذ مزيد من الهجمات.
function util.is_with(sentence, cue, force)
  if not util.same_clause(sentence, cue, force) then
    return false
  end
  if util.letter_before(sentence, force) == "ب" then
    return true
  end
  local between = string.gsub(util.between(sentence, cue, force), " و$", " ")
  local first = string.match(between, " (ب[^ ]+) ?$") or string.match(between, " (ب[^ ]+) [^ ]+ $")
    or string.match(between, " (ب[^ ]+) [^ ]+ [^ ]+ $")
  return first ~= nil and not not_with[first]
end

--- Whether a word carries the article.
function util.has_article(span)
  return util.begins(span.text, "ال")
end

--- The sentence that a span stands in: a speaker may be named before the sentence in work.
function util.home(sentence, span)
  if sentence:within(span) then
    return sentence
  end
  for _, other in ipairs(sentence.article.sentences) do
    if util.overlap(other.span, span) then
      return other
    end
  end
  return sentence
end

--- The first match of a pattern behind a span, or nil.
function util.behind(sentence, span, pattern)
  local rest = sentence:after(span)
  return rest and rest:find(pattern)
end

--- The match of a pattern that begins with the word behind a span, letters attached to it passed over, or nil.
function util.next(sentence, span, pattern)
  local rest = sentence:after(span)
  local found = rest and rest:find(pattern)
  return found and found.span.start - rest.span.start <= 2 and found or nil
end

--- Whether an imperfect is a future: سيرد، سوف يرد.
function util.is_future(sentence, verb)
  return util.begins(verb.text, "س") or util.letter_before(sentence, verb) == "س"
    or util.follows(sentence, verb, "سوف", "فسوف")
end

-- Who speaks before a colon is named in so many bytes.
local longest_head = 120

--- Whether a sentence opens with a speaker and a colon before a span: «قائد الجيش: سنرد».
function util.is_headed(sentence, span)
  local before = sentence:before(span)
  local colon = before and string.find(before.text, ":", 1, true)
  return colon ~= nil and colon ~= false and colon <= longest_head
end

--- Whether somebody announces what a verb in the future says. Where nobody speaks and no condition is set, a writer forecasts.
function util.is_announced(sentence, cue)
  return sentence.field ~= "content" or util.is_headed(sentence, cue) or sentence:has(words.spoken) or cue.source ~= nil
    or #sentence.quotes > 0
end

-- Bytes that hold the last word of a text.
local longest_word = 60

-- A word without quotation marks and hamzas: انها is أنها.
local function bare(word)
  for _, mark in ipairs { "«", "“", '"' } do
    word = util.begins(word, mark) and string.sub(word, #mark + 1) or word
  end
  return (string.gsub(string.gsub(word, "أ", "ا"), "إ", "ا"))
end

--- Whether one of some words stands right before a span.
function util.follows(sentence, span, ...)
  local before = sentence:before(span)
  if not before then
    return false
  end
  local last = ""
  for word in string.gmatch(string.sub(before.text, -longest_word), "[^ ]+") do
    word = bare(word)
    last = word ~= "" and word or last
  end
  for _, word in ipairs({ ... }) do
    word = bare(word)
    if last == word or last == "و" .. word then
      return true
    end
  end
  return false
end

--- Whether a pattern matches before a span.
function util.has_before(sentence, span, pattern)
  local rest = sentence:before(span)
  return rest ~= nil and rest:has(pattern)
end

--- Whether the last match of a pattern before a span ends within some characters of it.
function util.has_close_before(sentence, span, pattern, reach)
  local rest = sentence:before(span)
  while rest do
    local found = rest:find(pattern)
    if not found then
      return false
    end
    if span.start - found.span.stop <= reach then
      return true
    end
    rest = rest:after(found.span)
  end
  return false
end

-- By its words in its own sentence: whoever a bare «وقال» goes back to is named in one before.
local function names_arms(sentence, span)
  sentence = util.home(sentence, span)
  return util.within(sentence, span, words.armed) or util.within(sentence, span, words.armed_leader)
    or util.within(sentence, span, words.military) and not util.within(sentence, span, words.civil_leader)
end

--- Whether a party is an armed body, or commands one.
function util.is_armed(sentence, party)
  return party ~= nil and (names_arms(sentence, party) or party.office ~= nil and names_arms(sentence, party.office))
end

--- Whether a person commands arms or speaks for an armed body by the office that the article gives them elsewhere.
function util.is_known_armed(sentence, party)
  local cluster = party and party.cluster
  for _, entity in ipairs(party and not party.type and util.home(sentence, party).entities or {}) do
    -- A source is a span of its own.
    cluster = entity.type == "PER" and util.overlap(entity, party) and entity.cluster or cluster
  end
  for _, entity in ipairs(cluster and sentence.article.entities or {}) do
    local office = entity.cluster == cluster and entity.type == "PER" and entity.office
    if office and names_arms(util.home(sentence, office), office) then
      return true
    end
  end
  return false
end

-- Whether a party is a state or an organisation by name; a source («قالت طهران») is a span of its own.
local function is_body(sentence, party)
  if party.type then
    return party.type ~= "PER"
  end
  for _, entity in ipairs(util.home(sentence, party).entities) do
    if entity.start == party.start and entity.stop == party.stop then
      return entity.type ~= "PER"
    end
  end
  return false
end

local function names_power(sentence, party)
  return util.within(util.home(sentence, party), party, words.power)
    or party.office ~= nil and util.within(util.home(sentence, party.office), party.office, words.power)
end

--- Whether a party commands arms or speaks for a state or a fighting body.
function util.is_power(sentence, party)
  return party ~= nil and (util.is_armed(sentence, party) or names_power(sentence, party) or is_body(sentence, party))
end

--- Whether a party is a state, commands arms or speaks for either: no union of states, ministry of health, club or company.
function util.is_state(sentence, party)
  return party ~= nil and (party.type == "GPE" or util.is_armed(sentence, party) or names_power(sentence, party))
end

--- Whether a word is part of a name: وعدن is "and Aden". What a colon opens is what somebody says: «الجنرال: سنلاحق».
function util.is_name(sentence, span)
  local before = sentence:before(span)
  if before and util.ends(before.text, ":", ": ", ": «", ": \"") then
    return false
  end
  -- «المدافع ستقصف»: no name, but a verb in the future.
  if span.modality == "future" and util.begins(span.text, "سي", "ست", "سن") then
    return false
  end
  -- «إنها ستتصدى»: what a pronoun does.
  if util.follows(sentence, span, "إنه", "إنها", "إنهم", "إننا", "أنه", "أنها", "أنهم", "أننا", "بأنه", "بأنها", "بأنهم", "بأننا") then
    return false
  end
  for _, entity in ipairs(sentence.entities) do
    if entity.start <= span.start and entity.stop >= span.stop then
      return true
    end
  end
  return false
end

--- Whether a span is part of a question: a question mark comes before the quotation or the sentence ends.
function util.is_question(sentence, span)
  local rest = sentence:after(span)
  local mark = rest and string.find(rest.text, "؟", 1, true)
  local close = rest and (string.find(rest.text, "»", 1, true) or string.find(rest.text, ".", 1, true))
  return mark ~= nil and (not close or mark < close)
end

-- Bytes before a verb in which «كان» stands: كان الرئيس ينوي.
local was_tail = 50
local was = set { "كان", "كانت", "كانوا", "وكان", "وكانت", "وكانوا", "ظل", "ظلت", "ظلوا" }

--- Whether «كان» puts a verb into the past: «كان الرئيس ينوي».
function util.is_past(sentence, verb)
  local before = sentence:before(verb)
  for word in string.gmatch(before and string.sub(before.text, -was_tail) or "", "[^ ]+") do
    if was[bare(word)] then
      return true
    end
  end
  return false
end

-- Words between a subject and what it decides.
local near = 3

--- Whether a deed stands soon behind a verb and its subject, so many words at most.
function util.is_near(sentence, subject, verb, deed, most)
  local from = subject and subject.start >= verb.stop and subject.stop <= deed.start and subject or verb
  local _, words_between = string.gsub(util.between(sentence, from, deed), "[^ ]+", "")
  return words_between <= (most or near)
end

-- Words that negate what follows in their conjunct.
local negators = set {
  "لا", "لن", "لم", "ليس", "ليست", "ليسوا", "غير", "عدم", "دون", "بدون", "بلا", "لما", "ما", "بعدم", "لسنا", "لست",
}
-- Words whose و is their own.
local own_waw = set {
  "وزير", "وزيرة", "وزارة", "وزراء", "واشنطن", "وفد", "وحدة", "وحدات", "ولاية", "ولايات", "وكالة", "وسط", "وقف", "وقت", "وضع",
  "وجود", "وراء", "وسائل", "وثيقة", "والي", "وطن", "وطنه", "ورقة", "وصول", "وعد", "وعود",
}

-- Whether a word begins a new conjunct, or ends one: «وسوف», «الحدود،».
local function parts(word)
  return util.begins(word, "و") and #word > 4 and not own_waw[word] or util.ends(word, "،", "؛", ":")
end

--- Whether a span is negated within its own conjunct: not تستمر in «ليست عملية واحدة وسوف تستمر».
function util.is_negated(sentence, span)
  if span.polarity ~= "negated" or util.letter_before(sentence, span) == "و" then
    return false
  end
  local before = sentence:before(span)
  local negated = before == nil
  for word in string.gmatch(before and before.text or "", "[^ ]+") do
    local stem = util.begins(word, "و") and string.sub(word, 3) or word
    if negators[word] or negators[stem] then
      negated = true
    elseif parts(word) then
      negated = false
    end
  end
  return negated
end

local contrast = hilal.word { "غير", "إلا" } * hilal.word { "أن", "أنه", "أنها", "أنهم" }
local denial = hilal.verb { "نفى", "استبعد", "أنكر", "كذّب", "رفض=رفض" }

-- Whether «غير أنه» parts a span from what the sentence denies.
local function is_contrasted(sentence, span)
  local before = sentence:before(span)
  local found = before and before:find(contrast)
  local rest = found and before:after(found.span)
  return found ~= nil and found ~= false and not (rest and rest:has(denial))
end

--- Denied, negated, ruled out or only asked.
function util.is_denied(sentence, span)
  local denied = span.polarity == "denied" and not is_contrasted(sentence, span)
  return denied or util.is_negated(sentence, span) or util.is_question(sentence, span)
end

--- What one of a rule's ways to read a cue makes of it: `decide` is its function. A cue that is a name or denied is none; some
--- ways mean the denial.
function util.decide(decide, sentence, cue, m, denial_is_meant)
  -- What is asked of the words alone comes first: names and denials take a look at the whole article.
  local found = decide(sentence, cue, m)
  if not found or util.is_name(sentence, cue) or not denial_is_meant and util.is_denied(sentence, cue) then
    return nil
  end
  return found
end

return util
