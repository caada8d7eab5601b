-- The patterns that the rules of this pack share.
local words = {}

local finite = { "perfect", "imperfect" }

local function verbs(kind, forms)
  return hilal.verb(hilal.lexicon("meeting_verbs", { kind = kind }), forms)
end

local function nouns(kind)
  return hilal.noun(hilal.lexicon("meeting_nouns", { kind = kind }))
end

local function level(name)
  return hilal.noun(hilal.lexicon("parties", { level = name }))
end

words.discussing = verbs("discuss", "noun")
words.discuss = verbs("discuss", finite)
words.attend = hilal.verb("حضر", finite)
words.negotiate = nouns "negotiation"

-- Every word that may say that parties meet; the name of the capture is its kind.
words.cue = verbs("meet", finite):as "meet"
  + verbs("receive", finite):as "receive"
  + (verbs("visit", finite) - hilal.noun("وزير", { "وزراء" })):as "visit"
  + verbs("call", finite):as "phone"
  + words.discuss:as "discuss"
  + words.discussing:as "discussing"
  + nouns "meeting":as "meeting"
  + (nouns "talks" + words.negotiate):as "talks"
  + nouns "summit":as "summit"
  + nouns "visit":as "trip"
  + nouns "reception":as "reception"
  + nouns "call":as "call"
  + (words.attend * hilal.gap(0, 1) * hilal.word { "جانب", "الجانب" }):as "attend"

-- One match for each sentence: the first cue and all that follows.
words.first_cue = words.cue * hilal.any ()^0

words.head = level "head" + hilal.lexicon("titles", { level = "head" })
words.minister = level "minister" + hilal.lexicon("titles", { level = "minister" })
words.official = level "official" + hilal.lexicon("titles", { level = "official" })
words.side = level "side"
words.people = level "people"
words.group = words.side + words.people
words.party = words.head + words.minister + words.official + words.side
words.anyone = words.party + words.people

words.hold = hilal.verb(hilal.lexicon "light_verbs", finite):as "hold"
words.with = hilal.word { "مع", "ومع" }
words.between = hilal.word { "بين", "بينه", "بينهما", "جمع", "جمعه", "جمعهما", "جمعها", "يجمع", "يجمعه", "ضم" }
words.to = hilal.word { "إلى", "الى" }
words.phone = hilal.word { "هاتفي", "هاتفيا", "هاتفية", "الهاتفي", "الهاتفية", "بالهاتف" }
words.first = hilal.word { "أول", "الأول", "الأولى", "أولى" }
words.since = hilal.word { "منذ" }

words.sport = hilal.lexicon "sport"
words.not_official = hilal.lexicon "not_official"
words.unreal = hilal.lexicon "unreal"
words.time = hilal.time ()
-- Where the clause of a meeting ends and its content or another event begins.
words.clause_end = hilal.word { "حيث", "بينما", "فيما", "وقال", "وأكد", "وأضاف", "قائلا", "وذلك", "ومن", "كما" }
  + hilal.verb({ "قال", "أكّد", "أوضح", "أضاف", "شدّد", "أشار", "أعلن", "ذكر" }, finite)
words.media = hilal.lexicon "media"

return words
