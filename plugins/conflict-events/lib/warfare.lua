-- Force as news of a war tells it: strikes on positions, fights of two sides, attacks launched, deeds told by their nouns, in which
-- the dead are not always counted.
local w = require "words"

local gap, word, verb, noun, lexicon = hilal.gap, hilal.word, hilal.verb, hilal.noun, hilal.lexicon
local finite = { "perfect", "imperfect" }
local warfare = {}

-- Sides that fight: those who bear arms, and those who are called by what they are («متطرفين»).
local side = w.armed + w.gunmen
warfare.target = noun(lexicon "targets")

local goes_on = verb(lexicon("light_verbs", { use = "happen" }), finite)
  + verb({ "استمرّ", "تواصل", "احتدم", "اشتدّ", "استعر", "عاد=عودة" }, finite)
local saw = verb({ "شهد=شهود" }, finite)
warfare.fight = w.clash + w.shelling
warfare.clash = w.clash - w.known_attack
--- «اندلعت اشتباكات», «تتواصل المعارك», «تشهد المدينة قتالا».
-- «معركة حول الجائزة» is one of words.
local over_words = word { "حول", "بشأن" } * -(gap(0, 1) * warfare.target)
local function going_on(what)
  return goes_on * gap(0, 2) * what * -over_words + what * (hilal.any() - w.relative) ^ -2 * goes_on
end
local fought_at = warfare.clash * gap(0, 2) * word { "في", "على", "قرب", "حول", "داخل", "وسط" } * gap(0, 1) * warfare.target
warfare.fighting = going_on(warfare.fight) + saw * gap(0, 6) * w.clash * -over_words + fought_at
--- Fights that nobody knows of yet, and where they are fought: «معارك عنيفة على جبهتين».
warfare.new_fighting = going_on(warfare.fight - w.known_attack) + saw * gap(0, 6) * warfare.clash * -over_words + fought_at
--- «اشتباكات عنيفة بين الجيش ومسلحين», «معارك مع المتمردين».
warfare.of_sides = w.clash * gap(0, 3) * word { "بين", "مع", "ضد" } * gap(0, 3) * (side + w.people)

-- «وجه ضربة للاقتصاد»: a blow is none of arms unless it says so.
local blow = word { "ضربة", "ضربات", "ضربتين" } * -word { "جوية", "جويتين", "صاروخية", "عسكرية", "مدفعية" }
local new_attack = w.attack - w.known_attack - blow
local on = word { "على", "ضد" } + verb({ "استهدف", "طال", "أصاب" }, finite)
local fallen_on = on * gap(0, 2) * (warfare.target + side)
--- «غارات مكثفة على مواقع», «قصفا مدفعيا استهدف أحياء».
warfare.strikes_on = ((w.air_strike + w.shelling) - w.known_attack) * gap(0, 4) * fallen_on
-- «قصف طيران التحالف مواقع», «دمرت المقاومة مخازن».
-- Raids («اقتحم», «داهم») are mostly told where nobody is hurt, looting and burning of much else than positions.
local raid = verb({ "اقتحم", "داهم", "دهم=دهم", "اعتدى", "توغّل", "اجتاح=اجتياح" }, finite)
warfare.hit = w.struck - raid + verb({ "دمّر", "أصاب", "نسف=نسف", "أغرق", "أسقط", "أحرق" }, "perfect")
local hitter = side + lexicon "war_sides" + lexicon "countries"
--- Who is armed strikes what is held or lived in.
warfare.side_hit = warfare.hit * gap(0, 1) * hitter * gap(0, 9) * warfare.target
  + hitter * gap(0, 2) * (warfare.hit + w.hits) * gap(0, 6) * (warfare.target + side)
warfare.kills = verb(lexicon("deed_verbs", { kind = "kill" }), "perfect")
--- «داعش أعدم خمسين شخصا».
warfare.side_killed = (side + lexicon "war_sides") * gap(0, 1) * warfare.kills * gap(0, 2) * w.victims
local repelling = verb({ "صدّ=صد", "تصدّى", "دحر=دحر" }, "perfect")
--- «صدت المقاومة هجمات شنتها»: an attack that was beaten off was one.
warfare.repelled = repelling * gap(0, 6) * (w.attack + w.shelling)

--- «مقتل سبعة من المتمردين»: dead of a side that fights.
warfare.dead_of_side = (w.death + warfare.kills) * gap(0, 2) * w.number * gap(0, 1) * word "من" * gap(0, 2) * side
--- «المقاومة تشن هجوما جديدا».
warfare.launches = side * gap(0, 2) * verb(lexicon("light_verbs", { use = "launch" }), "imperfect") * gap(0, 3) * new_attack

local launch = verb(lexicon("light_verbs", { use = "launch" }), "perfect")
--- «شنت القوات هجمات», «نفذت طائرات غارة».
warfare.launched = launch * gap(0, 12) * new_attack
--- «شنت القوات هجمات على جيوب».
warfare.launched_on = launch * gap(0, 12) * (w.attack_noun - w.known_attack) * gap(0, 6) * fallen_on

warfare.strike_noun = lexicon "strikes" - w.known_attack
--- «قصف طائرات التحالف لأربعة مخازن», «استهداف الجيش رتلا»: a noun that does as its verb.
warfare.deed_by_side = warfare.strike_noun * gap(0, 1) * side * gap(0, 4) * (warfare.target + w.victims)

local new_means = w.means - w.known_attack
local responsible = word { "مسؤوليته", "مسؤوليتها", "مسؤوليتهم", "المسؤولية", "مسؤولية" }
--- «أعلن التنظيم مسؤوليته عن تفجير سيارة مفخخة», «تبنت الحركة قتل شرطيين».
local adopted = verb({ "تبنّى" }, finite)
warfare.claiming = adopted + responsible
warfare.claimed = (verb({ "أعلن" }, finite) + adopted) * gap(0, 6) * responsible * gap(0, 1) * (new_means + w.deed_noun)
  + adopted * gap(0, 5) * (new_means + w.deed_noun)

local doing = word { "قيام", "إقدام" }
local managing = verb({ "تمكّن", "نجح=نجاح", "استطاع" }, "perfect")
--- «قيام التنظيم بتفجير السجن».
warfare.doing = doing * gap(1, 8) * w.deed_noun
--- «تمكن الجيش من قتل سبعة», «نجحوا في تدمير آليتين».
warfare.managed = managing * gap(0, 9) * word { "من", "في" } * w.deed_noun

--- «تمكنت القوات من تدمير سبع آليات».
warfare.managed_hit = warfare.managed * gap(0, 3) * (warfare.target + w.victims + side)

warfare.doers = doing + managing + repelling

--- «كبدوا قوات النظام خسائر في الأرواح».
warfare.lost = word { "خسائر", "الخسائر" }
warfare.losses = verb({ "كبّد", "تكبّد", "ألحق" }, finite) * gap(0, 8) * warfare.lost * gap(0, 2)
  * word { "الارواح", "بشرية", "العتاد", "المعدات", "جسيمة", "فادحة", "كبيرة" }

-- «سقوط ضحايا مدنيين نتيجة القصف», «قتلى في غارة».
local because = word { "في", "اثر", "جراء", "نتيجة", "بسبب", "خلال" }
warfare.casualties_of = w.casualty * gap(0, 8) * because * gap(0, 1) * w.means
warfare.damaged = lexicon "damage"
--- «أدى القصف إلى تدمير عدد من العربات».
warfare.damage = (w.attack_noun + w.weapon) * gap(0, 8) * w.led_to * gap(0, 4) * warfare.damaged
  + w.led_to * gap(0, 1) * w.attack_noun * gap(0, 12) * warfare.damaged
--- «وقع هجوم في»: an attack that nobody knows of yet took place.
local an_attack = new_attack - w.plural_attacks
warfare.befell = w.happened * gap(0, 2) * an_attack + an_attack * (hilal.any() - w.relative) ^ -1 * w.happened
--- «تم قصف معسكر».
warfare.done_to = w.was_done * gap(0, 2) * (warfare.target + side)
--- «سقوط أحد عشر قتيلا».
warfare.fall = word { "سقوط", "بسقوط", "لسقوط" } * gap(0, 4) * w.casualty
warfare.shots = lexicon "shots"
--- «مصابا بثلاث رصاصات», «يصيب رجلا بطعنات نافذة».
warfare.shot = verb({ "أصاب", "جرح=جرح", "طعن=طعن", "قتل=قتل", "استشهد" }) * gap(0, 5) * warfare.shots
local taking = lexicon "taking" - w.known_attack
local taken = taking * gap(0, 1) * w.victims
local counted = w.number * gap(0, 2) * w.casualty
--- A headline that names the deed: «اختطاف أربعة مهندسين», «قصف مقرات».
warfare.noun_headline = taken + counted + warfare.strike_noun * gap(0, 1) * warfare.target + warfare.deed_by_side

--- What can be the event of a report that no plainer word tells.
warfare.event = warfare.fighting + warfare.new_fighting + warfare.of_sides + warfare.strikes_on + warfare.side_hit
  + warfare.deed_by_side + warfare.launched + warfare.launches + warfare.claimed + warfare.doing + warfare.managed + warfare.losses
  + warfare.casualties_of + warfare.damage + warfare.befell + warfare.shot + warfare.repelled

return warfare
