-- What speaks for and against a report of physical force, by name. The points are in assault_points.
local w = require "words"
local war = require "warfare"

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
    { "told death", w.told * gap(0, 8) * w.death },
    { "injury of people", w.injury * gap(0, 3) * w.victims },
    { "dead and wounded", (killed + w.death) * gap(0, 14) * (w.wounded + w.injury + word { "جريح", "جرحى", "جريحا" }) },
    { "death by means", (w.death + w.injury) * gap(0, 14) * means_of_death },
    { "killed by means", (killed + w.wounded) * gap(0, 14) * means_of_death },
    { "dead or wounded", hilal.phrase { "قتيل وجريح", "قتلى وجرحى", "قتيل او جريح", "القتلى والجرحى" } },
    { "with injuries", word { "بجروح", "بجراح" } },
  },
  {
    when = w.led_to + w.seized + w.abuses + word { "بالضرب", "المعاملة" } + w.claimed + w.forced + w.suffered
      + w.abusing + w.struck + w.destroyed + w.carried_out + w.was_done + w.launched + w.announced,
    { "led to harm", w.led_to * (gap(0, 6) + gap(0, 2) * w.attack * gap(0, 16)) * (w.harm + w.casualty + w.lives) + w.claimed },
    { "attack led to", w.known_attack * gap(0, 14) * w.led_to + w.led_to * gap(0, 1) * w.known_attack },
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
    { "carried out deed", w.done },
    { "was done", w.was_done },
  },
  {
    when = w.weapon + w.blast + w.blew_up + w.air_strike,
    { "bomb", w.bomb },
    { "weapon went off", (w.blew_up + w.blast) * gap(0, 2) * w.weapon },
    { "attack with weapon", w.attack * gap(0, 2) * w.weapon },
    { "blew up", w.blew_up },
    { "fired weapon", w.fired * gap(0, 14) * w.weapon },
    { "firing weapon", word { "باطلاق", "اطلاق", "بفتح", "القاء", "بالقاء" } * gap(0, 2) * w.weapon },
    { "weapon fell", w.fell_on * gap(0, 3) * w.weapon },
    { "air strike", w.air_strike },
    { "machine struck", w.war_machine * gap(0, 4) * (w.struck + w.fired * gap(0, 1) * w.weapon) + w.struck * gap(0, 3) * w.war_machine },
    { "shot down", verb({ "أسقط" }, "perfect") * gap(0, 4) * w.war_machine },
    { "struck with weapon", (w.struck + w.hits) * gap(0, 8) * w.weapon },
    { "shelling went on", w.kept_up * gap(0, 5) * w.shelling },
    { "shelling done", w.carried_out * gap(0, 3) * w.shelling },
    { "strike carried out", (w.carried_out + w.launched + word { "شن" }) * gap(0, 4) * w.air_strike
      + w.air_strike * gap(0, 1) * w.launched },
  },
  {
    when = w.hurts,
    { "attack kills", w.attack_kills },
  },
  {
    when = w.means,
    { "launched attack", w.launched * gap(0, 5) * w.attack },
    { "in an attack", inside * w.means },
    { "attack aimed at", w.means * gap(0, 4) * verb({ "استهدف" }, finite) + verb({ "استهدف" }, finite) * gap(0, 1) * w.means },
    { "attack befell", w.befell },
    { "attempt on life", hilal.phrase { "محاولة اغتيال", "محاولة الاغتيال", "محاولات اغتيال" } },
  },
  {
    when = w.armed,
    { "gunmen", w.gunmen },
    { "gunmen did", w.gunmen * gap(0, 4) * w.action },
    { "deed of gunmen", (w.deed + w.carried_out + w.fired + w.launched) * gap(0, 1) * w.gunmen },
    { "by hands of armed", w.hands * gap(0, 2) * w.armed },
    { "at hands of armed", w.suffering * gap(0, 12) * w.at_hands * gap(0, 1) * w.armed },
  },
  {
    when = war.fight,
    { "fighting", war.fighting },
    { "new fighting", war.new_fighting },
    { "fight of sides", war.of_sides },
  },
  {
    when = war.hit + w.hits,
    { "side hit target", war.side_hit },
  },
  {
    when = war.kills + w.death,
    { "side killed", war.side_killed },
    { "dead of side", war.dead_of_side },
  },
  {
    when = w.air_strike + w.shelling,
    { "strikes on target", war.strikes_on },
  },
  {
    when = war.strike_noun,
    { "deed by side", war.deed_by_side },
  },
  {
    when = w.launched,
    { "launched new", war.launched },
    { "launched on target", war.launched_on },
    { "launches", war.launches },
  },
  {
    when = war.claiming,
    { "claimed attack", war.claimed },
  },
  {
    when = war.doers,
    { "doing deed", war.doing },
    { "managed deed", war.managed },
    { "managed hit", war.managed_hit },
    { "repelled attack", war.repelled },
  },
  {
    when = w.happened,
    { "befell new", war.befell },
  },
  {
    when = w.casualty,
    { "casualties of attack", war.casualties_of },
    { "fall of casualties", war.fall },
  },
  {
    when = war.damaged,
    { "led to damage", war.damage },
  },
  {
    when = w.was_done,
    { "done to target", war.done_to },
  },
  {
    when = war.shots,
    { "shot", war.shot },
  },
  {
    when = war.lost,
    { "losses", war.losses },
  },
  {
    when = w.himself,
    { "blew oneself up", w.blew_oneself_up },
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
    { "topic of attack", w.since * gap(0, 1) * (w.attack + w.harm + w.deed_noun - war.clash) },
    { "since deed", word { "بعد", "عقب", "اعقاب", "غداة", "قبل" } * gap(0, 3) * (w.harm + w.deed_noun + w.attack - war.clash) },
    { "who did", w.relative * gap(0, 1) * (w.any_deed + w.fired * gap(0, 1) * w.weapon) + w.whoever * (w.any_deed - w.deed_noun) },
    { "where done", w.relative * gap(0, 1) * (w.any_deed + w.suffered) * w.in_it },
    { "this", w.this },
    { "meant", w.meant },
    { "named deed", w.named_deed },
    { "yet to come", w.permitting * gap(0, 6) * w.launching + w.without * gap(0, 1) * w.launched },
    { "who suffered", w.relative * gap(0, 1) * w.suffered },
    { "who carried out", w.relative * gap(0, 1)
      * (w.launched - w.led + w.was_done + w.carried_out * gap(0, 4) * (w.deed_noun + w.attack)) },
    { "habit", about "habit" },
    { "years ago", w.years_ago },
    { "year", word { "عام", "سنة" } },
    { "this attack", word { "هذا", "هذه" } * gap(0, 1) * w.attack + word { "ذلك", "تلك" } * w.known_attack },
    { "which known led", w.known_attack * gap(0, 3) * w.relative * gap(0, 1) * (w.led_to + w.struck + w.destroyed) },
    { "which led", w.relative * gap(0, 1) * w.led_to },
    { "toll", about "toll" },
    { "court", about "court" },
    { "accuse", w.accuse },
    { "condemn", about "condemn" },
    { "plan", about "plan" },
    { "threat", about "threat" },
    { "prevent", about "prevent" },
    { "wish", about "wish" },
    { "truce", about "truce" },
    { "opinion", about "opinion" },
    { "sport", w.sport },
    { "oneself", about "self" },
    { "weapons talk", about "weapons-talk" },
    { "fiction", about "fiction" },
    { "figure", about "figure" },
  },
}
