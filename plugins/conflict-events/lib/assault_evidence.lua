-- What speaks for and against a report of physical force, by name. The points are in assault_points.
local w = require "words"

local gap, word, about, verb = hilal.gap, hilal.word, w.about, hilal.verb
local finite = { "perfect", "imperfect" }

local killed, hurt = w.killed + w.died, w.hurt + w.died
local inside = word { "في", "اثر", "جراء", "خلال", "بواسطة", "نتيجة", "بعد" }
local means_of_death = word {
  "بتفجير", "تفجير", "باعتداء", "اعتداء", "متفجرة", "انفجار", "بانفجار", "برصاص", "بالرصاص",
  "هجوم", "بهجوم", "كمين", "غارة", "قصف", "اشتباكات",
  "هجومين", "بهجومين", "هجمات", "تفجيرين", "تفجيرات", "انفجارين", "غارات", "غارتين", "مواجهات", "معارك", "قذيفة", "قذائف",
  "بقذيفة", "بقذائف", "بقنبلة", "بعبوة", "بصاروخ", "بسكين", "رصاص", "رصاصة", "بطلق", "بطلقات",
}

--- Groups of evidence: { name, pattern } each, looked for only where the group's `when` occurs.
return {
  {
    when = hurt + w.death + w.injury,
    { "killed people", killed * gap(0, 2) * w.victims },
    { "people killed", w.victims * gap(0, 4) * killed },
    { "wounded people", w.wounded * gap(0, 2) * w.victims },
    { "death of people", w.death * gap(0, 3) * w.victims },
    { "injury of people", w.injury * gap(0, 3) * w.victims },
    { "dead and wounded", (killed + w.death) * gap(0, 14) * (w.wounded + w.injury + word { "جريح", "جرحى", "جريحا" }) },
    { "death by means", (w.death + w.injury) * gap(0, 14) * means_of_death },
    { "killed by means", (killed + w.wounded) * gap(0, 14) * means_of_death },
    { "dead or wounded", hilal.phrase { "قتيل وجريح", "قتلى وجرحى", "قتيل او جريح", "القتلى والجرحى" } },
    { "with injuries", word { "بجروح", "بجراح" } },
  },
  {
    when = w.led_to + w.seized + w.abuses + word { "بالضرب", "المعاملة" } + w.claimed + w.forced + w.suffered
      + w.abusing + w.struck + w.destroyed + w.carried_out + w.launched + w.announced,
    { "led to harm", w.led_to * (gap(0, 6) + gap(0, 2) * w.attack * gap(0, 16)) * (w.harm + w.casualty + w.lives) + w.claimed },
    { "attack led to", w.known_attack * gap(0, 14) * w.led_to },
    { "seized", w.seized },
    { "seized people", w.seized * gap(0, 3) * (w.victims + w.armed) },
    { "abuses", w.abuses + word { "بالضرب", "المعاملة" } },
    { "suffered abuse", w.suffered * (gap(0, 20) * w.abuses + gap(0, 6) * w.against) },
    { "abusing", w.abusing },
    { "forced", w.forced },
    { "abused people", w.abusing * gap(0, 3) * (w.victims + w.armed) },
    { "assassinated", w.assassinated },
    { "destroyed", w.destroyed },
    { "announced deed", w.announced },
    { "carried out deed", w.carried_out * gap(0, 6) * w.deed_noun },
  },
  {
    when = w.weapon + w.blast + w.blew_up + w.air_strike,
    { "bomb", w.bomb },
    { "weapon went off", (w.blew_up + w.blast) * gap(0, 2) * w.weapon },
    { "attack with weapon", w.attack * gap(0, 2) * w.weapon },
    { "blew up", w.blew_up },
    { "fired weapon", w.fired * gap(0, 14) * w.weapon },
    { "firing weapon", word { "باطلاق", "اطلاق", "بفتح", "القاء", "بالقاء" } * gap(0, 2) * w.weapon },
    { "weapon fell", w.fell * gap(0, 3) * w.weapon },
    { "air strike", w.air_strike },
    { "machine struck", w.war_machine * gap(0, 4) * w.struck + w.struck * gap(0, 3) * w.war_machine },
    { "struck with weapon", (w.struck + w.hits) * gap(0, 8) * w.weapon },
    { "shelling went on", w.kept_up * gap(0, 5) * w.shelling },
    { "shelling done", w.carried_out * gap(0, 3) * w.shelling },
    { "strike carried out", (w.carried_out + w.launched + word { "شن" }) * gap(0, 4) * w.air_strike },
  },
  {
    when = w.means,
    { "launched attack", w.launched * gap(0, 5) * w.attack },
    { "in an attack", inside * w.means },
    { "attack aimed at", w.means * gap(0, 4) * verb({ "استهدف" }, finite) },
    { "attack befell", w.befell },
    { "attempt on life", hilal.phrase { "محاولة اغتيال", "محاولة الاغتيال", "محاولات اغتيال" } },
  },
  {
    when = w.armed,
    { "gunmen", w.gunmen },
    { "gunmen did", w.gunmen * gap(0, 4) * w.deed },
    { "deed of gunmen", w.deed * gap(0, 1) * w.gunmen },
    { "by hands of armed", w.hands * gap(0, 2) * w.armed },
  },
  {
    { "marked bodies", w.marked_bodies },
    { "people", w.people },
    { "recent", about "recent" },
  },
  {
    dear = true,
    { "place", w.place },
  },
  {
    { "attacks at large", w.plural_attacks },
    { "topic of attack", w.since * gap(0, 1) * (w.attack + w.harm + w.deed_noun) },
    { "since deed", word { "بعد", "عقب", "غداة", "قبل" } * gap(0, 3) * (w.harm + w.deed_noun + w.attack) },
    { "who did", w.relative * gap(0, 1) * w.any_deed + w.whoever * w.any_deed },
    { "meant", w.meant },
    { "yet to come", w.permitting * gap(0, 6) * w.launching + w.without * gap(0, 1) * w.launched },
    { "who suffered", w.relative * gap(0, 1) * w.suffered },
    { "who carried out", w.relative * gap(0, 1) * (w.launched + w.carried_out * gap(0, 4) * (w.deed_noun + w.attack)) },
    { "habit", about "habit" },
    { "years ago", w.years_ago },
    { "year", word { "عام", "سنة" } },
    { "this attack", word { "هذا", "هذه", "ذلك", "تلك" } * gap(0, 1) * w.attack },
    { "which known led", w.known_attack * gap(0, 3) * w.relative * gap(0, 1) * (w.led_to + w.struck + w.destroyed) },
    { "which led", w.relative * gap(0, 1) * w.led_to },
    { "toll", about "toll" },
    { "court", about "court" },
    { "accuse", about "accuse" },
    { "condemn", about "condemn" },
    { "plan", about "plan" },
    { "threat", about "threat" },
    { "prevent", about "prevent" },
    { "wish", about "wish" },
    { "truce", about "truce" },
    { "opinion", about "opinion" },
    { "sport", about "sport" },
    { "oneself", about "self" },
    { "weapons talk", about "weapons-talk" },
    { "fiction", about "fiction" },
    { "figure", about "figure" },
  },
}
