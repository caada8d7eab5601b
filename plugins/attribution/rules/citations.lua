-- The layer `citations`: one item for each place where an article says who says something, in order.
local classes = require "classes"
local list = require "list"
local sources = require "sources"
local words = require "words"

local address = hilal.lexicon "addresses"
local deems = hilal.lexicon "deeming"
local intends = hilal.verb(hilal.lexicon "intending", { "perfect", "imperfect" })
local that = hilal.lexicon("word_roles", { role = "complementiser" })
local nameless = hilal.lexicon("anonymous_sources", { kind = "source" })

--- Attributions and quotes as citations { at, span, who, hidden, back }, in order; a quote whose cue belongs to an
--- attribution is the same citation.
local function collect(article)
  local found, nameless_at = {}, {}
  local placed = list.placed(article.attributions)
  for _, one in ipairs(placed) do
    local span = one.span
    if span.source then
      if span.anonymous then
        nameless_at[list.place(span.source)] = true
      end
      found[#found + 1] = {
        at = one.from, span = span, who = span.source, hidden = span.anonymous,
        back = list.place(span.source) < one.from,
      }
    end
  end
  local last = -1
  for _, quote in ipairs(article.quotes) do
    local cue, speaker = quote.cue, quote.speaker
    if speaker and cue then
      local at = list.place(cue)
      if at ~= last and not list.overlapping(placed, cue) then
        -- «…، مؤكدة أن»: a source without a name goes on.
        found[#found + 1] = { at = at, span = cue, who = speaker, quoted = true, hidden = nameless_at[list.place(speaker)] }
      end
      last = at
    end
  end
  table.sort(found, function(a, b)
    return a.at < b.at
  end)
  return found
end

--- Code points between a state and the word of saying, at most: a state says itself, right beside.
local beside = 3

local function is_beside(citation)
  local who = citation.who
  return who.field == citation.span.field
    and who.start - citation.span.stop <= beside and citation.span.start - who.stop <= beside
end

--- Whether a verb of deeming says what something is held to be: «تعتبر المدينة من أجمل المدن», with no "that" behind.
local function is_estimate(citation, units, cue)
  if not cue or not cue:has(deems) then
    return false
  end
  local rest = list.rest(units, citation.span)
  return not rest or not rest:has(that)
end

--- The class of a citation's source; nil where it is no source.
local function class_of(citation, units, phrase, entity)
  local cue = list.phrase(units, citation.span)
  if cue and cue:has(intends) then
    return nil
  end
  if citation.hidden then
    return classes.of_nameless(phrase, list.rest(units, citation.who))
  end
  if not citation.quoted then
    return not (cue and classes.is_basis(cue)) and classes.of_named(phrase, entity) or nil
  end
  if is_estimate(citation, units, cue) then
    return nil
  end
  local class = classes.of_named(phrase, entity)
  if is_beside(citation) then
    -- Whoever stands beside a word of saying speaks, though no lexicon knows him.
    return class or "other"
  end
  return class ~= "state" and class or nil
end

--- Whether a citation that points back means the source that it is read as.
local function points_well(citation, units)
  local pointer = list.phrase(units, citation.span)
  return citation.hidden and pointer and pointer:has(nameless) or sources.fits(citation.span, citation.who)
end

--- Makes the citations' items, each with its source's first mention and its number among those of that source.
local function items_of(article)
  local register = sources.new(article)
  local units = list.units(article.sentences)
  local items, counts = {}, {}
  for _, citation in ipairs(collect(article)) do
    local phrase = list.phrase(units, citation.who)
    local entity = sources.entity(register, citation.who)
    local class = phrase and class_of(citation, units, phrase, entity)
    if citation.back and not points_well(citation, units) then
      class = nil
    end
    local source = class and sources.identify(register, citation.who, class, entity, phrase:has(address))
    if source then
      counts[source] = (counts[source] or 0) + 1
      items[#items + 1] = { citation = citation, source = source, number = counts[source] }
    end
  end
  return items, counts
end

return hilal.extractor {
  id = "citations",
  provides = "citations",
  on = "article",
  fields = { "who", "name", "class", "nameless", "back", "side", "times" },
  match = words.first_saying,
  check = function(article, m)
    if not words.is_first(article, m) then
      return nil
    end
    local items, counts = items_of(article)
    local found = {}
    for index, item in ipairs(items) do
      local citation, source = item.citation, item.source
      found[index] = {
        span = citation.span,
        who = citation.who,
        name = source.name,
        class = source.class,
        nameless = citation.hidden and source.class ~= "medium" and "yes" or nil,
        -- Which mention of the source it is that points back.
        back = citation.back and item.number or nil,
        side = sources.side(source.code),
        -- How often the article cites the source, told with the first mention.
        times = item.number == 1 and counts[source] or nil,
      }
    end
    return #found > 0 and found
  end,
}
