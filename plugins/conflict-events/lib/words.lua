-- The patterns of assaults, made once.
local words = {}

local gap, word, verb, noun, lexicon = hilal.gap, hilal.word, hilal.verb, hilal.noun, hilal.lexicon
local finite = { "perfect", "imperfect" }

local function kinds(kind)
  return verb(lexicon("deed_verbs", { kind = kind }), "perfect")
end
local function light(use)
  return verb(lexicon("light_verbs", { use = use }), finite)
end

--- Deeds of violence, as finite verbs in the perfect.
words.killed = kinds "kill" + verb({ "لقي=لقاء" }, "perfect") * lexicon "deaths"
words.wounded = kinds "wound"
words.hurt = words.killed + words.wounded
words.seized = kinds "seize"
words.abused = kinds "abuse"
words.deed = words.hurt + words.seized + words.abused + kinds "strike" + kinds "blast" + kinds "clash"
words.deed_noun = verb(lexicon "deed_verbs", "noun")
words.any_deed = verb(lexicon "deed_verbs", finite)

--- Attacks as nouns; those with the article are spoken of as known.
words.attack = noun(lexicon "attack_nouns") + lexicon "attack_phrases"
words.attack_phrase = lexicon "attack_phrases" - lexicon "definite_attacks"
words.new_attack = words.attack - lexicon "definite_attacks"
words.weapon = lexicon "weapons"
words.means = words.new_attack + words.weapon

--- People and what came to them.
words.armed = lexicon "armed_actors"
words.people = lexicon "people"
words.number = hilal.number() + hilal.quantity()
words.victims = words.people + words.number + hilal.entity "PER"
words.casualty = noun(lexicon "casualty_nouns")
words.harm = lexicon "harm_nouns"
words.place = hilal.entity "GPE" + hilal.entity "LOC"

words.led_to = light "result"
words.launched = light "launch"
words.fired = light "fire"
words.fell = light "fall"
words.carried_out = light "act"
words.suffered = light "suffer"

words.relative = word { "الذي", "التي", "الذين", "اللذين", "اللتين", "ممن", "من" }
words.since = word { "بعد", "منذ", "قبل", "عقب", "قضية", "ملف", "ذكرى", "جريمة", "حول", "بشأن", "وراء", "ضد" }
words.hands = word { "برصاص", "بنيران", "بايدي", "ايدي", "يد" }
words.himself = word { "نفسه", "نفسها", "انفسهم", "نفسيهما" }
words.blew_up = verb({ "فجّر" }, "perfect")

words.abuses = lexicon "abuses"
words.retrospect = lexicon "retrospect"
words.unreal = lexicon "unreal"
words.aftermath = lexicon "aftermath"
words.other_kind = lexicon "not_events"
words.gap = gap
return words
