-- How an article's claims are shared out among its sources.
local balance = {}

--- Claims below which an article says nothing about balance.
balance.least = 3

--- Counts of an article's citations: claims, sources, the source with most claims and its share, the number of
--- claims without a name, and the one side of all sources, if there is one.
function balance.of(citations)
  local counts, sources, nameless = {}, 0, 0
  local main, side = citations[1], citations[1] and citations[1].side
  for _, citation in ipairs(citations) do
    local name = citation.name
    if not counts[name] then
      sources = sources + 1
    end
    counts[name] = (counts[name] or 0) + 1
    nameless = nameless + (citation.nameless and 1 or 0)
    if counts[name] > counts[main.name] then
      main = citation
    end
    if citation.side ~= side then
      side = nil
    end
  end
  local share = main and counts[main.name] / #citations or 0
  return { claims = #citations, sources = sources, main = main, share = share, nameless = nameless, side = side }
end

--- Whether the claims come from one source, from one side, or from several.
function balance.verdict(of)
  if of.sources > 1 then
    return of.side and "one side" or "several"
  end
  return of.main.nameless and "one nameless source" or "one source"
end

--- A number from 0 to 1 with two digits.
function balance.digits(share)
  return string.format("%.2f", share)
end

return balance
