-- The patterns that the rules of this pack share.
local text = require "text"

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

-- Forms that are another word far more often: التقني is no "he met me", وزير no passive of زار, وزارة no "he visited him".
local technical = hilal.word { "التقني", "التقنية", "التقنيين", "التقنيات" }
local social = hilal.noun("اجتماعي", { "اجتماعيون", "اجتماعيات" }) + hilal.word { "اجتماعية", "الاجتماعية" }
local vizier = hilal.noun("وزير", { "وزراء" }) + hilal.noun("وزارة", { "وزارات" })

words.attend = hilal.verb("حضر", finite)

words.with = hilal.word { "مع", "ومع" }
-- «محادثاته التي شملت نظيره».
words.included = hilal.word { "التي", "الذي" } * hilal.verb("شمل", "perfect")
-- The holding of a meeting.
words.holding = hilal.word { "إجراء", "عقد", "بدء", "استئناف", "مواصلة", "حضور" }
-- Before a reception that somebody is told of at: جاء ذلك لدى استقبال فلان لفلان.
words.upon = hilal.word { "لدى", "خلال", "أثناء", "اثناء", "عند", "عقب", "بعد", "قبل", "قبيل" }
words.at = words.upon + hilal.word { "في" }
-- Verbs whose اتصال is a call, also without a word for the telephone.
words.placed = hilal.verb({ "أجرى", "تلقّى" }, finite):as "placed"
words.phone = hilal.word {
  "هاتفي", "هاتفيا", "هاتفية", "الهاتفي", "الهاتفية", "بالهاتف", "تليفوني", "تليفونيا", "تليفونية",
  "تلفوني", "تلفونيا", "تلفونية",
}

-- Leaders rank as heads by their states alone: زعيما كذا وكذا.
words.head = level "head" + hilal.lexicon("titles", { level = "head" })
  + hilal.noun("زعيم", { "زعماء" }) * hilal.entity "GPE"
words.minister = level "minister" + hilal.lexicon("titles", { level = "minister" })
-- Who ranks with those whose counterpart he is.
words.counterpart = level "counterpart"
-- A form of address of many who head no state: وزير كذا الأمير فلان; «الأمير الشيخ فلان» is an emir.
words.prince = hilal.word { "الأمير", "الأميرة", "الأمراء" }
words.ruler = (words.head - words.prince) + hilal.word { "الأمير" } * hilal.word { "الشيخ" }
-- محافظة is mostly the province, no governor.
words.titled = words.head + words.minister + words.counterpart + (level "official" - hilal.word { "محافظة", "محافظات" })
  + hilal.lexicon("titles", { level = "official" })
words.party = words.titled + level "side"
-- Words of an office, read before any name is: what a trigger may ask for.
words.office = hilal.noun(hilal.lexicon("parties")) + hilal.lexicon "titles"
words.speak = hilal.verb("تحدّث", finite)
-- One word for several parties.
words.several = hilal.lexicon "plurals"

words.inside = hilal.word { "في" }
-- What joins two sides to a meeting.
words.between = hilal.word {
  "بين", "بينه", "بينهما", "جمع", "جمعه", "جمعهما", "جمعها", "يجمع", "يجمعه", "ضم",
}
-- A verb that says by itself that somebody is called.
words.dial = verbs("dial", finite)

-- Anything up to the end of a sentence.
local anywhere = hilal.gap(0, 200)

--- A cue that counts only in a sentence with a word for the telephone.
local function by_phone(cue)
  return cue * anywhere * words.phone + words.phone * anywhere * cue
end

--- A verb that says so beside somebody in office: «اتصل رئيس كذا بوزير كذا، تحدث مع الرئيس».
local function by_office(cue)
  return by_phone(cue) + hilal.verb("اتصل", finite) * hilal.gap(0, 12) * words.office
    + words.speak * hilal.gap(0, 10) * words.with * hilal.gap(0, 2)
end

-- Verbs of discussing of whom two are the subject: «الرئيسان فلان وفلان يبحثان».
words.dual = hilal.lexicon "discussing_two"

--- A verb of discussing beside who is discussed with, or a word for several: one alone discusses a thing.
local function by_two(cue)
  local others = words.with + words.several + words.phone
  return cue * anywhere * others + others * anywhere * cue + words.dual + words.office * cue * words.office
end

--- A cue of a call: with a word for the telephone, behind a verb that places one, or between two.
local function placed(cue)
  return by_phone(cue) + cue * hilal.gap(0, 11) * hilal.word "بين" * hilal.gap(0, 1) * words.office + words.upon * hilal.word "الاتصال"
    + hilal.verb({ "أجرى", "تلقّى" }, finite) * hilal.gap(0, 16) * hilal.word { "اتصالا", "اتصالين", "اتصالات" }
end

-- كان في استقبال فلان.
local welcome = hilal.verb("كان", "perfect") * hilal.word { "في" } ^ -1
local envoy = hilal.noun({ "سفير", "قنصل", "قائم" }, { "سفراء", "قناصل" })

-- Who sits as a body, and who runs one.
words.sitting = hilal.noun(hilal.lexicon("sitting_bodies", { kind = "council" }))
-- A verb that holds a meeting and has a pronoun for it.
words.hold_that = hilal.lexicon "holding_it"

-- What is visited and has no name, and a verb of making that has a pronoun for the visit.
words.realm = hilal.lexicon "realms"
words.make_it = hilal.lexicon "making_it"

--- A session beside who sits; that of a stock exchange is none.
local function of_a_body(cue)
  return hilal.verb({ "عقد", "استأنف" }, finite) * hilal.gap(0, 20) * cue + cue * hilal.gap(0, 6) * (words.sitting + words.hold_that)
    + words.sitting * hilal.gap(0, 16) * words.at * cue + cue * hilal.gap(0, 3) * words.with * hilal.gap(0, 1) * words.office
end

-- The words that may say that parties meet: the way in which they are judged, the cue, what must follow it, and all that the
-- sentence must hold where that is more.
local cues = {
  { "meet", verbs("meet", finite) - technical },
  { "receive", verbs("receive", finite) },
  { "visit", verbs("visit", finite) - vizier },
  { "phone", verbs("phone", finite), nil, by_office },
  { "phone", words.dial },
  { "discuss", verbs("discuss", finite), nil, by_two },
  { "discussing", verbs("discuss", "noun"), nil, function(cue) return cue * hilal.gap(0, 14) * words.with end },
  { "meeting", nouns "meeting" - social },
  { "session", hilal.noun("جلسة", { "جلسات" }), nil, of_a_body },
  { "conference", hilal.noun("مؤتمر"), hilal.word { "صحفي", "صحافي", "الصحفي", "الصحافي", "صحفيا", "صحافيا" }, function(cue)
    return cue * hilal.gap(0, 14) * words.with end },
  { "talks", nouns "talks" },
  { "negotiation", nouns "negotiation" },
  { "summit", nouns "summit" },
  { "trip", nouns "visit" },
  { "reception", nouns "reception", nil, function(cue) return (words.attend + words.at + welcome) * cue end },
  { "summon", hilal.verb("استدعى", "perfect"), nil, function(cue) return cue * hilal.gap(0, 14) * envoy end },
  { "escort", hilal.verb("رافق", "perfect"), nil, function(cue) return cue * hilal.gap(0, 20) * hilal.noun { "زيارة", "جولة" } end },
  { "call", nouns "call", nil, placed },
  { "attend", words.attend, hilal.gap(0, 1) * hilal.word { "جانب", "الجانب" } },
  { "convene", hilal.verb({ "انعقد", "التأم" }, finite) - hilal.word { "التام", "التامة" } },
  { "sit", hilal.verb("جلس", finite), hilal.gap(0, 10) * hilal.word { "طاولة", "الطاولة" } },
}

-- Any of them, captured by the name of its kind; `any_cue` is the same without captures, in what it needs.
words.kinds = {}
local any_cue
for _, cue in ipairs(cues) do
  local kind, word, rest, within = table.unpack(cue, 1, 4)
  local named = rest and word:as(kind) * rest or word:as(kind)
  local bare = within and within(word) or rest and word * rest or word
  words.cue = words.cue and words.cue + named or named
  any_cue = any_cue and any_cue + bare or bare
  words.kinds[#words.kinds + 1] = kind
end

-- Words of which a sentence must have one where a cue of some kinds is to tell of a meeting: asked before any name is read.
local sides_of_talks = words.with + words.office + words.several + words.between + hilal.word { "بينها", "بينهم" }
  + hilal.verb(hilal.lexicon "light_verbs", finite) + hilal.verb(hilal.lexicon "opening_verbs", finite)
words.needed = {
  phone = words.office, call = words.office, negotiation = sides_of_talks,
  talks = sides_of_talks + nouns "talks" * hilal.gap(0, 1) * words.inside,
  receive = words.office + hilal.lexicon "groups" + hilal.noun(hilal.lexicon "people"),
  discuss = words.office + words.dual + verbs("discuss", finite) * hilal.gap(0, 1) * words.with,
}

--- The cue of a match, with its form, and its kind.
function words.cue_of(found)
  for _, kind in ipairs(words.kinds) do
    if found[kind] then
      return found[kind], kind
    end
  end
  return nil
end

-- One match for each sentence: the first cue and all that follows.
words.first_cue = any_cue * hilal.any ()^0

-- The rest of a title, before the name: محافظ المدينة بالنيابة فلان، السفير لدى كذا فلان.
words.acting = hilal.word {
  "النيابة", "الإنابة", "المكلف", "المكلفة", "السابق", "السابقة", "الأسبق", "الجديد", "الشيخ", "الدكتور",
}
words.posted = hilal.noun({ "سفير", "سفيرة", "مبعوث", "منسق", "منسقة", "ممثل", "ممثلة", "قنصل", "مندوب", "موفد" })
words.posted_at = hilal.word { "في", "لدى", "إلى", "الى" } * hilal.entity()
-- A form of address that names nobody: صاحب السمو الملكي الأمير.
words.address = hilal.noun({ "صاحب", "صاحبة" }, { "أصحاب" })
  * hilal.word { "السمو", "الجلالة", "الفخامة", "السيادة", "الدولة", "المعالي", "السعادة", "السماحة", "الفضيلة", "الغبطة", "النيافة" }
  * hilal.word { "الملكي", "الملكية", "الأمير", "الأميرة", "الأمراء", "الشيخ", "الشيخة", "الشيوخ" } ^ 0
words.anyone = words.party + hilal.lexicon "groups"
-- Whoever is met: also those who play, learn, fight or lie ill.
words.human = words.anyone + hilal.noun(hilal.lexicon "people")
  + hilal.word { "كثير", "عديد", "جمع", "جمعا", "جموع", "جموعا" } * hilal.word { "من" }
-- A chief heads a state or its government where their names or words for them stand behind, or nothing but a name; any other
-- is a body's, and so is an emir but of the states that have one.
local chief = hilal.noun({ "رئيس", "رئيسة", "قائد", "زعيم" }, { "رؤساء", "قادة", "زعماء" })
local state = hilal.lexicon "states" + hilal.entity "GPE" + hilal.lexicon "nationalities" + hilal.entity "PER" + hilal.role()
local emir = hilal.noun("أمير", { "أمراء" })
local emirate = hilal.word { "دولة", "البلاد", "الدولة", "الكويت", "قطر", "موناكو", "الشيخ" }
words.chief_of_body = chief * hilal.lexicon "bodies" - chief * hilal.phrase { "مجلس الوزراء", "مجلس وزراء", "مجلس الدولة" }
  + (chief - hilal.word { "الرئيس", "الرئيسة" }) * (hilal.any() - state) + chief * hilal.lexicon "executives"
  + (emir - words.prince) * (hilal.any() - emirate)
-- An office in which somebody serves another, and what is named after somebody: «مستشفى الملك فلان».
words.office_of = hilal.noun({ "مكتب", "ديوان" })
words.named_after = hilal.lexicon "named_after"
words.named_chief = chief * words.named_after * words.ruler
-- An office that another heads: مدير مكتب الرئيس.
words.bureau = hilal.noun({ "مكتب", "ديوان" }) * words.party
-- General offices, with the body behind: الأمين العام لمجلس كذا.
words.general = hilal.word { "عام", "العام" }
words.general_office = hilal.noun({ "أمين", "مدير", "مفتش", "قائد", "نائب" }) * words.general
  * hilal.entity "ORG" ^ -1
words.deputy = hilal.lexicon "deputies"

-- The session of a body: who convenes it, who presides.
words.convene = hilal.verb("عقد", finite)
words.chairing = hilal.word { "ترؤسه", "ترؤسها", "رئاسته", "رئاستها", "ترأسه" }:as "chair"
-- A house or cabinet that discusses something sits, it meets nobody.
words.council = hilal.noun({ "مجلس", "لجنة", "برلمان" }, { "مجالس", "لجان", "برلمانات" })
words.hold = hilal.verb(hilal.lexicon "light_verbs", finite):as "hold"
-- What says of a noun before it that it lies ahead.
-- What can only lie ahead may stand further off: «زيارة لوزير كذا فلان مرتقبة، القمة التي من المقرر أن».
local surely = hilal.lexicon "to_come_surely"
local is_due = hilal.word "من" * (surely + hilal.word "المقرر")
words.to_come_near = text.anchored(hilal.gap(0, 1) * hilal.lexicon "to_come" + is_due + (hilal.any() - hilal.word "من") ^ -6 * surely
  + hilal.gap(0, 5) * hilal.word { "التي", "الذي", "والتي", "والذي" } * is_due)
-- A verb of the perfect that holds a meeting, a verb of meeting, and one in the perfect: «اجتمع» is hardly "I meet".
words.held_once = hilal.verb(hilal.lexicon "light_verbs", "perfect")
words.finite = hilal.verb(hilal.lexicon "meeting_verbs", finite)
words.met_once = hilal.verb(hilal.lexicon "meeting_verbs", "perfect")
-- A meeting that brought together those who were named before it.
words.brought_them = hilal.word {
  "جمعهما", "جمعهم", "جمعتهما", "جمعتهم", "يجمعهما", "بينهما", "ضمهما", "ضمهم",
}
words.brought = hilal.word { "جمع", "جمعت", "يجمع", "تجمع", "ضم", "ضمت", "يضم", "تضم" }
-- The form of address of who is welcomed.
words.styled = hilal.word {
  "سموه", "فخامته", "جلالته", "معاليه", "سعادته", "دولته", "سموها", "معاليها", "سمو", "فخامة", "جلالة", "معالي",
}
-- Whoever runs something, too.
words.body = hilal.noun(hilal.lexicon "sitting_bodies")
words.management = hilal.noun(hilal.lexicon("sitting_bodies", { kind = "management" }))
-- Whoever may be a party by words alone.
words.somebody = words.office + hilal.lexicon "groups" + hilal.noun(hilal.lexicon "people") + words.body
  + hilal.lexicon "negotiators" + words.realm + words.styled
words.units_near = text.anchored(hilal.gap(0, 3)
  * hilal.noun({ "وحدة", "قوة", "لواء", "كتيبة", "سرب", "حاملة", "سفينة", "قاعدة", "ثكنة", "معسكر" },
    { "وحدات", "قوات", "ألوية", "كتائب", "أسراب", "سفن", "قواعد", "ثكنات", "معسكرات" }))
words.convening = hilal.verb({ "عقد", "ترأّس", "نظّم", "استأنف" }, { "perfect", "imperfect", "future" })
words.will_sit = text.anchored(hilal.gap(0, 6) * hilal.verb({ "انعقد", "عقد" }, { "imperfect", "future" }))
words.opening = hilal.verb(hilal.lexicon "opening_verbs", finite):as "hold"
words.game = hilal.noun "لقاء"
words.to = hilal.word { "إلى", "الى" }
words.from = hilal.word { "من" }
-- Offices of women: whose a pronoun like لقائها is, where it is a person's.
words.lady = hilal.noun {
  "رئيسة", "وزيرة", "مستشارة", "ملكة", "أميرة", "مفوضة", "نائبة", "سفيرة", "زعيمة", "منسقة", "مبعوثة", "ممثلة", "أمينة",
}
words.ordinal = hilal.word { "أول", "الأول", "الأولى", "أولى" }
words.time = hilal.time ()
words.topic = hilal.lexicon "topics"
words.call = nouns "call"
words.visit = nouns "visit"
words.occasion = hilal.noun(hilal.lexicon "meeting_nouns")

-- Where the clause of a meeting ends and its content or another event begins.
words.clause_end = hilal.word {
  "حيث", "بينما", "فيما", "وقال", "وأكد", "وأضاف", "قائلا", "وذلك", "ومن", "كما", "لبحث", "لمناقشة",
} + hilal.verb({ "قال", "أكّد", "أوضح", "أضاف", "شدّد", "أشار", "أعلن", "ذكر" }, finite)

-- What somebody does with words at a summit.
words.said = hilal.verb({ "قال", "أكّد", "أعلن", "صرّح", "تعهّد", "دعا" }, finite)
-- What tells of the meeting that others attended.
words.received = verbs("receive", finite):as "told"
words.met = words.received + (verbs("meet", finite) + verbs("discuss", finite)):as "told"
  + (nouns "meeting" + nouns "talks"):as "talks"
-- Where what a meeting is for or about begins: who is named there has not met.
words.people_end = words.clause_end + hilal.word {
  "حول", "بشأن", "بخصوص", "حيال", "إزاء", "تجاه", "بهدف", "بمناسبة", "لمناسبة", "لتهنئته",
}
words.where = hilal.word { "حيث", "إذ" }
words.born = hilal.word { "رأس", "راس" }
-- Where a list of parties cannot go on.
words.list_end = words.people_end + words.hold + verbs("meet", finite) + verbs("receive", finite) + hilal.word {
  "الذي", "التي", "الذين", "أن", "إن", "إنه", "خلال", "أثناء", "بعد", "عقب", "قبل", "على", "عن",
}
-- Behind what some of those who were named as one are named themselves: وزراء، بينهم فلان.
words.among = hilal.word { "بينهم", "منهم", "ضمنهم", "أبرزهم", "رأسهم", "مقدمتهم" }
-- Behind what those who are present stand: بحضور، بمشاركة.
words.present = hilal.word { "حضور", "مشاركة", "رئاسة" }

-- What takes back a meeting that stands before: «لكن الزيارة لن تتم».
words.undone = hilal.word { "لن", "لم" } * (hilal.verb({ "تمّ", "جرى", "انعقد", "حصل", "حدث", "تحقّق" }, "imperfect")
  + hilal.word { "يكون", "تكون", "يكن", "تكن" } * hilal.word { "ممكنا", "ممكنة", "واردا", "واردة", "متاحا", "متاحة" })
  + hilal.verb({ "تأجّل", "تعذّر" }, "perfect")
words.field = hilal.lexicon "field"
words.sport = hilal.lexicon "sport"
words.ceremony = hilal.lexicon "ceremonies"
words.not_official = hilal.lexicon "not_official"
words.court = hilal.lexicon "courts"
words.unreal = hilal.lexicon "unreal"

return words
