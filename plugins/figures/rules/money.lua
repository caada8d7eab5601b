-- Amounts of money of which it is said what they are: aid, losses, budgets …, and who says so.
local claims = require "claims"
local sums = require "sums"

local currency = hilal.lexicon "currencies"

--- The amount that a currency's word belongs to.
local function amount_at(sentence, word)
  for _, quantity in ipairs(sentence.quantities) do
    if quantity.start <= word.start and word.stop <= quantity.stop and quantity.unit ~= "%" then
      return quantity
    end
  end
  return nil
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
    local kind = amount and sums.kind(sentence, amount)
    if not kind then
      return nil
    end
    local finding = claims.finding(sentence, amount, kind)
    finding.label = "An amount of money: " .. kind
    return finding
  end,
}
