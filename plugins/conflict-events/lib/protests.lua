-- The patterns of protests, made once.
local protests = {}

local gap, word, verb, noun, lexicon = hilal.gap, hilal.word, hilal.verb, hilal.noun, hilal.lexicon

local function kinds(kind)
  return verb(lexicon("protest_verbs", { kind = kind }), { "perfect", "imperfect" })
end

--- What is done in protests, as finite verbs.
protests.marched = kinds "march"
protests.gathered = kinds "gather"
protests.began = kinds "begin"
protests.rioted = kinds "riot"
protests.chanted = kinds "chant"
protests.took_to = verb({ "قام=قيام", "بدأ=بدء", "أقدم" }, { "perfect", "imperfect" })

--- Who protests.
protests.protesters = noun(lexicon "protesters")
protests.crowd = lexicon "crowds" + hilal.number() + hilal.quantity()
protests.people = protests.crowd + protests.protesters

--- Protests as nouns; those with the article are spoken of as known.
protests.protest = noun(lexicon "protest_nouns") + lexicon "protest_phrases"
protests.known_protest = lexicon "definite_protests"
protests.new_protest = protests.protest - protests.known_protest

protests.aim = lexicon "protest_aims"
protests.streets = lexicon "protest_places"
protests.place = hilal.entity "GPE" + hilal.entity "LOC"
protests.yesterday = word { "امس", "البارحة" }
protests.relative = word { "الذي", "التي", "الذين" }
protests.done_to = word { "على", "ضد", "بين", "من", "تفريق", "اعتقال", "قمع" } * gap(0, 1) * protests.protesters
protests.crackdown = lexicon "crackdown"
protests.talk = lexicon "protest_talk"

return protests
