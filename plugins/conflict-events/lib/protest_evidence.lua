-- What speaks for and against a report of a protest, by name. The points are in protest_points.
local p = require "protests"

local gap, word = hilal.gap, hilal.word
local about = p.about

--- Groups of evidence: { name, pattern } each, looked for only where the group's `when` occurs.
return {
  {
    when = p.gathered,
    { "gathered", p.gathered },
    { "gathered protesters", p.gathered * gap(0, 3) * p.protesters },
    { "gathered crowd", p.gathered * gap(0, 3) * p.crowd },
  },
  {
    when = p.went,
    { "went protesters", p.went * gap(0, 3) * p.protesters },
    { "went crowd", p.went * gap(0, 3) * p.crowd },
    { "crowd went", p.crowd * gap(0, 3) * p.went },
    { "to the streets", p.went * gap(0, 8) * p.streets },
  },
  {
    when = p.marched,
    { "marched", p.marched },
    { "marched crowd", p.marched * gap(0, 4) * p.crowd },
    { "marched for", p.marched * gap(0, 16) * p.aim },
  },
  {
    when = p.gathered + p.went + p.marched,
    { "gathered for", (p.gathered + p.went) * gap(0, 24) * p.aim },
    { "in front", (p.gathered + p.marched + p.went) * gap(0, 14) * p.front },
  },
  {
    when = p.protesters,
    { "crowd of protesters", p.crowd * gap(0, 2) * p.protesters },
    { "protesters gathered", p.protesters * gap(0, 4) * (p.gathered + p.went) },
    { "protesters did", p.protesters * gap(0, 4) * (p.rioted + p.blocked) },
    { "did protesters", p.took_to * gap(0, 2) * p.protesters },
    { "rioted", p.rioted * gap(0, 4) * p.protesters },
    { "done to", p.done_to },
  },
  {
    when = p.protest,
    { "protest began", p.began * gap(0, 3) * p.protest },
    { "protest held", p.held * gap(0, 4) * p.new_protest },
    { "in protest", word { "في", "خلال", "ضمن" } * p.new_protest },
    { "protest for", p.new_protest * gap(0, 14) * p.aim },
    { "new protest", p.new_protest },
    { "known protest", p.known_protest },
  },
  {
    when = p.objected,
    { "objected in public", p.objected * gap(0, 20) * (p.streets + p.front) },
  },
  {
    when = p.blocked,
    { "blocked", p.blocked * gap(0, 4) * (p.protesters + p.crowd) },
    { "blocked streets", p.blocked * gap(0, 5) * p.streets },
  },
  {
    { "act", p.act },
    { "people doing", p.people * gap(0, 8) * p.doing },
    { "camped", p.camped * gap(0, 6) * (p.protesters + word { "خيام", "خيامهم", "خيمة", "سلسلة", "سلاسل", "الارض" }) },
    { "chanted", p.chanted },
    { "aim", p.aim },
    { "signs", p.signs },
    { "streets", p.streets },
    { "front", p.front },
    { "crowd", p.crowd },
    { "recent", about "recent" },
    { "while", word { "بينما", "فيما", "حيث", "عندما", "وسط" } },
  },
  {
    { "place", p.place },
  },
  {
    { "known chanted", p.chanted * gap(0, 2) * p.known },
    { "demanded", p.demanded * gap(0, 1) * p.known },
    { "number", p.number },
    { "crackdown", p.crackdown },
    { "speakers", p.speakers },
    { "talk", p.talk },
    { "who did", p.relative * gap(0, 1) * (p.marched + p.gathered + p.went + p.rioted + p.chanted + p.blocked) },
    { "pretending", p.protesters * word { "بانهم", "بانه", "بانها", "بالموت", "بانهما" } },
    { "since protest", word { "منذ", "بعد", "قبل", "عقب", "اثر" } * gap(0, 2) * p.protest },
    { "announced protest", p.announced * gap(0, 6) * p.new_protest },
    { "career", word { "مسيرته", "مسيرتها", "مسيرتهم", "مسيرتي", "مسيرتنا" } + word { "مسيرة", "المسيرة" } * hilal.entity "PER" },
    { "ceremony", about "ceremony" },
    { "nature", about "nature" },
    { "was", word { "كان", "كانت", "كانوا" } },
    { "past", about "past" },
    { "court", about "court" },
    { "accuse", about "accuse" },
    { "inquiry", about "inquiry" },
    { "memory", about "memory" },
    { "plan", about "plan" },
    { "threat", about "threat" },
    { "opinion", about "opinion" },
    { "sport", about "sport" },
    { "money", about "money" },
    { "fiction", about "fiction" },
    { "figure", about "figure" },
  },
}
