-- How an article's claims are shared out among its sources: the share of the source that has most of them, and
-- whether all come from one source or from one side.
local balance = require "balance"
local words = require "words"

local verdicts = {
  ["several"] = { "Claims from several sources", "low" },
  ["one side"] = { "All claims come from one side", "medium" },
  ["one source"] = { "All claims come from one source", "medium" },
  ["one nameless source"] = { "All claims come from one source without a name", "high" },
}

return hilal.rule {
  id = "sourcing",
  title = "How an article is sourced",
  on = "article",
  needs = { "citations" },
  fields = { "verdict", "main", "side", "claims", "sources", "share", "nameless" },
  match = words.first_saying,
  check = function(article, m)
    if not words.is_first(article, m) then
      return nil
    end
    local of = balance.of(article.citations)
    if of.claims < balance.least then
      return nil
    end
    local verdict = balance.verdict(of)
    local label, severity = table.unpack(verdicts[verdict])
    return {
      span = of.main, label = label, severity = severity, score = of.share,
      verdict = verdict, main = of.main.name, side = of.side, claims = of.claims, sources = of.sources,
      share = balance.digits(of.share), nameless = of.nameless,
    }
  end,
}
