-- Amounts of money of which it is said what they are: aid, losses, budgets …, and who says so.
local claims = require "claims"

-- Words between the noun that says what it is and the amount, at most.
local reach = 7
-- Nouns looked at before an amount, at most.
local limit = 8

local kinds = {
  "aid", "loss", "debt", "budget", "deal", "cost", "profit", "revenue", "investment", "fine", "reward", "pay",
  "trade", "assets", "price", "worth",
}

local nouns
for _, kind in ipairs(kinds) do
  local noun = hilal.noun(hilal.lexicon("money_nouns", { kind = kind })):as(kind)
  nouns = nouns and nouns + noun or noun
end

local currency = hilal.lexicon "currencies"

local function kind_of(found)
  for _, kind in ipairs(kinds) do
    if found[kind] then
      return kind
    end
  end
  return nil
end

--- The amount that a currency's word belongs to.
local function amount_at(sentence, word)
  for _, quantity in ipairs(sentence.quantities) do
    if quantity.start <= word.start and word.stop <= quantity.stop and quantity.unit ~= "%" then
      return quantity
    end
  end
  return nil
end

--- What the amount is: the last noun of the list before it, or, where that only says that it is an amount, the
--- one before.
local function kind_before(sentence, amount)
  local part = sentence:before(amount)
  local last, worth_at
  for _ = 1, limit do
    local found = part and part:find(nouns)
    if not found then
      break
    end
    part = part:after(found.span)
    local distance = part and part.words or 0
    if found.worth then
      worth_at = distance
    else
      last, worth_at = { kind = kind_of(found), distance = distance }, nil
    end
  end
  local near = worth_at and worth_at <= reach and 2 * reach or reach
  if last and last.distance <= near then
    return last.kind
  end
  return worth_at and worth_at <= reach and "worth" or nil
end

return hilal.rule {
  id = "money",
  title = "An amount of money",
  severity = "low",
  on = "sentence",
  fields = { "figure", "value", "unit", "approx", "kind", "claimant" },
  match = currency:as "currency",
  check = function(sentence, m)
    local amount = amount_at(sentence, m.currency)
    local kind = amount and kind_before(sentence, amount)
    if not kind then
      return nil
    end
    local finding = claims.finding(sentence, amount, kind)
    finding.label = "An amount of money: " .. kind
    return finding
  end,
}
