-- What an amount of money is the amount of.
local spans = require "spans"

local sums = {}

-- Words between the noun that says what it is and the amount, at most.
local reach = 7
-- Nouns looked at before an amount, at most.
local limit = 8
-- Words between a sale and the goods, at most.
local near = 2
-- Words between a noun and «قيمته» of what it belongs to, at most: «برنامج مساعدات تبلغ قيمته».
local construct = 4
-- What is bought and sold in contracts for more is no price.
local most_price = 100000

local kinds = {
  "aid", "loss", "debt", "deficit", "budget", "deal", "cost", "profit", "surplus", "revenue", "investment", "fine",
  "compensation", "bail", "ransom", "tax", "reward", "pay", "trade", "output", "assets", "price", "worth",
}

local nouns
for _, kind in ipairs(kinds) do
  local noun = hilal.noun(hilal.lexicon("money_nouns", { kind = kind }))
  local phrase = hilal.lexicon("money_phrases", { kind = kind })
  local pattern = (phrase + noun):as(kind)
  nouns = nouns and nouns + pattern or pattern
end

local measures = hilal.noun(hilal.lexicon "measures")
-- ذهب alone is mostly "went".
local goods = hilal.noun(hilal.lexicon "commodities") - hilal.word "ذهب"
local traded_goods = goods + hilal.noun(hilal.lexicon "contract_terms")
local untaxed = hilal.lexicon("left_out", { kind = "tax" })
local without = hilal.lexicon("left_out", { kind = "any" })
local either = untaxed + without
local within = hilal.word "في"
local besides = hilal.lexicon "besides"

local the, conjunction = "ال", "و"
local possessive = { "ه", "ها", "هم", "هما", "هن" }
local feminine = { "ة", "ات" }
-- «القيمة الإجمالية لهذه المشاريع»
local owned = { "لل", "لهذ", "لتلك", "هذ", "تلك" }
-- What a price for each may seem to be.
local priced = { deal = true, worth = true, trade = true }

local function kind_of(found)
  for _, kind in ipairs(kinds) do
    if found[kind] then
      return kind
    end
  end
  return nil
end

--- Whether a word that only says that it is an amount is followed by what it is the amount of: «قيمة الأسهم», «القيمة الإجمالية
--- لهذه المشاريع».
local function has_owner(word, rest)
  local next, second = string.match(rest and rest.text or "", "^(%S+)%s*(%S*)")
  if not next then
    return false
  end
  local listed = rest:find(nouns)
  if listed and not rest:before(listed.span) then
    return false
  end
  local is_definite = string.find(word, the, 1, true) ~= nil or spans.ends(word, table.unpack(possessive))
  return not is_definite and spans.begins(next, the) or spans.begins(next, table.unpack(owned))
    or spans.begins(second, table.unpack(owned))
end

--- Whether «حجمه» tells of something else than a noun so many words before: its pronoun is masculine, the noun is not.
local function disagrees(worth, noun, words)
  return words > construct and spans.ends(worth, "ه") and spans.ends(noun, table.unpack(feminine))
end

--- Whether a noun says of another amount that it is left out or whose it is: «أرباح قبل الضرائب», «تبرعات خارج الميزانية».
local function is_left_out(sentence, found)
  local words = found.tax and either or without
  return spans.right_behind(sentence, found.span, words) ~= nil
end

--- Whether a noun only tells more of the one before: right behind it, or with في between («عجز في الميزان»).
local function tells_more(sentence, last, span, distance)
  local words = last.distance - distance - 1
  if words == 1 then
    return spans.right_behind(sentence, span, within) ~= nil
  end
  return words == 0 and not spans.begins(sentence:within(span).text, conjunction)
end

--- Whether an amount stands apart from a noun before it: «تبرعات …، إضافة إلى 3 ملايين دينار».
local function stands_apart(sentence, noun, amount)
  local rest = sentence:after(noun)
  rest = rest and rest:before(amount)
  return rest ~= nil and rest:has(besides)
end

--- The last noun that says what an amount is, and the words from it to the amount; of nouns in a row («سعر بيع اللتر») the first
--- counts. `worth_at` is the distance of a word that only says that it is an amount.
local function last_noun(sentence, amount)
  local part = sentence:before(amount)
  local last, worth_at
  for _ = 1, limit do
    local found = part and part:find(nouns)
    if not found then
      break
    end
    local word = sentence:within(found.span)
    part = part:after(found.span)
    local distance = part and part.words or 0
    if found.worth then
      if has_owner(word.text, part) or last and disagrees(word.text, last.text, last.distance - distance - 1) then
        last = nil
      end
      worth_at = distance
    elseif last and not worth_at and tells_more(sentence, last, found.span, distance) then
      last.distance, last.text = distance, word.text
    elseif not is_left_out(sentence, found) then
      last, worth_at = { kind = kind_of(found), distance = distance, span = found.span, text = word.text }, nil
    end
  end
  if last and stands_apart(sentence, last.span, amount) then
    last = nil
  end
  return last, worth_at
end

--- Whether an amount is for one of something: «51 دولارا للبرميل».
local function is_for_each(sentence, amount)
  local rest = sentence:after(amount)
  local found = rest and rest:find(measures)
  return found ~= nil and not rest:before(found.span) and spans.begins(sentence:within(found.span).text, "لل")
end

--- Whether a sale is of one of something («بيع كيلو التمر»), or a contract traded on a market («عقود الخام»).
local function is_of_goods(sentence, noun, amount)
  if amount.value >= most_price then
    return false
  end
  local rest = sentence:after(noun)
  rest = rest and rest:before(amount)
  local measure = rest and rest:find(measures)
  local lead = measure and rest:before(measure.span)
  if measure and not lead then
    return true
  end
  local traded = rest and rest:find(traded_goods)
  lead = traded and rest:before(traded.span)
  local earlier, between = spans.last_before(sentence, noun, goods, limit)
  return traded ~= nil and (not lead or lead.words <= near) or earlier ~= nil and (not between or between.words <= near)
end

--- What an amount is: the last noun of the list before it, or, where that only says that it is an amount, the one before; nil
--- where nothing says it.
function sums.kind(sentence, amount)
  local last, worth_at = last_noun(sentence, amount)
  local far = worth_at and worth_at <= reach and 2 * reach or reach
  local kind = last and last.distance <= far and last.kind or worth_at and worth_at <= reach and "worth" or nil
  if kind and not priced[kind] then
    return kind
  end
  if is_for_each(sentence, amount) or kind == "deal" and is_of_goods(sentence, last.span, amount) then
    return "price"
  end
  return kind
end

return sums
