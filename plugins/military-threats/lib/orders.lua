-- Force that somebody orders, agrees on, asks or is given leave for.
local words = require "words"

local orders = {}

local function listed(kind)
  return hilal.lexicon("order_words", { kind = kind })
end

local to_fight = hilal.lexicon "fighting_aims"
local own_deed = hilal.gap(0, 2) * (words.force_phrase + listed "own_deed")
--- Who orders, or has others do.
orders.order = hilal.verb(listed "order", { "perfect", "imperfect" })

-- What is agreed on, permitted by a parliament, ordered: to strike, to answer.
local agree = hilal.verb(listed "agree", { "perfect", "imperfect" })
--- A war to be waged.
orders.to_war = words.pairs({ "إعلان", "شن", "خوض" }, { "الحرب", "حرب" })
local agreed = agree:as "cue" * hilal.gap(0, 6) * (own_deed * hilal.gap(0, 2) * to_fight:as "force" + words.use_of_force:as "force"
  + listed "launch" * hilal.gap(0, 1) * (words.force_phrase + words.troop):as "force" + orders.to_war:as "force")
-- Leave given or asked for: يطلب تفويضا لقصف المعاقل.
local warrant = listed "warrant" * hilal.gap(0, 2)
  * (words.deed + words.use_of_force):as "force"
local leave = listed "leave" * hilal.gap(0, 4)
  * (to_fight + words.force_phrase + words.long_deed + words.deed):as "force"
local commanded = listed "orders" * (hilal.word "إلى" * hilal.gap(1, 2)) ^ -1
  * -(hilal.gap(0, 2) * words.refraining) * hilal.gap(0, 2)
    * (words.attack_masdar + words.fight_masdar + words.free_masdar + words.chase_masdar + words.force_phrase
      + words.long_deed):as "force"
  + listed "answer_orders" * hilal.gap(0, 3) * hilal.word "بالرد":as "force" * hilal.word "على"
  + listed "attack_orders" * hilal.gap(0, 2)
    * (hilal.word { "بفتح", "بإطلاق" } * listed "fire"
    + listed "begin" * hilal.gap(0, 1) * (words.act + words.force_phrase)
    + listed "advance" + hilal.word "بالاستعداد" * to_fight):as "force"
-- Told to stand ready, to answer.
local told = (orders.order + hilal.verb({ "طلب=طلب", "دعا=دعوة" }, { "perfect", "imperfect" })):as "cue" * hilal.gap(0, 6)
  * (listed "ready" * hilal.gap(0, 1) * (to_fight + listed "ready_for" + hilal.word "على")):as "force"

--- The words of it, with what is ordered as `force`.
orders.pattern = agreed + told + leave:as "cue" + warrant:as "cue" + commanded:as "cue"

return orders
