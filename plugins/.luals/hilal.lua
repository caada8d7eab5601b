---@meta
-- Made by `hilal list api --format lua`; do not edit.

---@class hilal
hilal = {}

---@class hilal.RuleDeclaration
---@field id string The rule's name: small letters, digits, hyphens.
---@field title? string What a finding says; the default label.
---@field severity? string low, medium (default) or high.
---@field codes? table<string,string> Codes by scheme: { cameo = "138" }.
---@field on? string sentence (default), paragraph, quote or article.
---@field fields? string[] Names of the fields that findings may have. Where a finding gives one nil, false or an empty string it has none.
---@field match? hilal.Pattern What to look for.
---@field check fun(unit: hilal.Sentence|hilal.Article, match: hilal.Match?): any Called for each match, or for each unit without one: with the Sentence or, of a rule on articles, the Article, and the Match; they have the names that the function gives them. It returns nil or false (nothing), true (the unit itself), a finding's table, or a list of them.
---@field needs? string[] Layers that it reads.
---@field provides? string The layer that its results make up.

---@class hilal.Rule

--- A pattern over the words of a sentence. `a * b` is a then b, `a + b` is a or else b, `p ^ n`
--- is p at least n times (`p ^ -n` at most), `-p` matches nothing where p does not match, `a -
--- b` is a where b does not match. Strings in an operation stand for their words.
---@class hilal.Pattern
---@operator mul(hilal.Pattern|string): hilal.Pattern
---@operator add(hilal.Pattern|string): hilal.Pattern
---@operator sub(hilal.Pattern|string): hilal.Pattern
---@operator pow(integer): hilal.Pattern
---@operator unm: hilal.Pattern
local Pattern = {}

--- Names the words that the pattern matches: `p:as "cue"`, then `m.cue` in `check`. Of two of
--- one name the last counts.
---@param name string the capture's name
---@return hilal.Pattern
function Pattern:as(name) end

--- The article in work: `sentence.article`, and what `check` of a rule on articles is called
--- with.
---@class hilal.Article
---@field id string The record's id.
---@field title string The headline.
---@field content string The body.
---@field date string? The date as given.
---@field source string? The newspaper or agency.
---@field url string? Where it was published.
---@field author string? Who signed it.
---@field lang string? The language as given.
---@field duplicate_of string? The id of the first article that this one copies, among the 100,000 before it; nil when it is new. Copies are looked for when a pack's text names this field.
---@field sentences hilal.Sentence[] Title first; at most 1,000.
---@field entities hilal.Span[] Named persons, organisations, places.
---@field times hilal.Span[] Expressions of time, their `value` resolved against the article's date. A weekday alone is the last one, the article's day included, even in «سيجتمعون يوم السبت»; with المقبل or القادم it is the next.
---@field quantities hilal.Span[] Counted and measured things.
---@field quotes hilal.Span[] Reported speech.
---@field duplicates hilal.Span[] Sentences that repeat an earlier one of the article, their `first`, in nearly its words.
---@field attributions hilal.Span[] Phrases that name a source: «بحسب المصدر ذاته».
local Article = {}

--- What `check` is called with: a sentence, or the paragraph or quote that `on` names; of a rule
--- on articles it is the Article, whose `sentences` these are. Layers that packs provide are
--- fields as well: `sentence.meetings`.
---@class hilal.Sentence
---@field text string Its words.
---@field index integer Its place among its field's sentences, from 1.
---@field field string `title` or `content`.
---@field article hilal.Article The article.
---@field span hilal.Span The whole sentence as a span.
---@field words integer How many words it has.
---@field entities hilal.Span[] The entities in it.
---@field times hilal.Span[] The times in it.
---@field quantities hilal.Span[] The quantities in it.
---@field quotes hilal.Span[] The quotes that begin in it.
---@field duplicates hilal.Span[] The sentences in it that repeat an earlier one, their `first`.
---@field attributions hilal.Span[] The phrases in it that name a source.
local Sentence = {}

--- Who does what the word says: the subject of a verb or participle, the first where several are
--- joined (parties_from gives all); of a verbal noun the genitive where it acts (انسحاب القوات),
--- not where it may be the object (قصف المدينة). Nil where that is not sure.
---@param span hilal.Span an event's word, mostly a capture
---@return hilal.Span?
function Sentence:subject_of(span) end

--- Whom it is done to or said against. Of a word that is matched by its letters, not as a form
--- of a verb, only what a preposition like ضد or على names.
---@param span hilal.Span an event's word, mostly a capture
---@return hilal.Span?
function Sentence:target_of(span) end

--- The nearest named place behind a preposition of place, with its direction words (في شمال
--- سوريا); where there is none, the named place that is the object of the verb (ضربت العاصفة
--- الرياض), but no country that a named party or an office acts on. Nil where there is neither.
---@param span hilal.Span an event's word, mostly a capture
---@return hilal.Span?
function Sentence:place_near(span) end

--- The nearest expression of time. For when an event happened ask for `{ "DATE", "TIME" }`: a
--- DURATION is mostly how long something takes (السجن عامين).
---@param span hilal.Span an event's word, mostly a capture
---@param type? string|string[] DATE, TIME, DURATION or SET, or a list of them; any when absent
---@return hilal.Span?
function Sentence:time_near(span, type) end

--- Whether the pattern matches in it.
---@param pattern hilal.Pattern made while the pack loads
---@return boolean
function Sentence:has(pattern) end

--- The pattern's first match in it.
---@param pattern hilal.Pattern made while the pack loads
---@return hilal.Match?
function Sentence:find(pattern) end

--- The words before a span, at most 200, as a unit.
---@param span hilal.Span an event's word, mostly a capture
---@return hilal.Sentence?
function Sentence:before(span) end

--- The words behind a span, at most 200, as a unit.
---@param span hilal.Span an event's word, mostly a capture
---@return hilal.Sentence?
function Sentence:after(span) end

--- The words of a span, as a unit.
---@param span hilal.Span an event's word, mostly a capture
---@return hilal.Sentence?
function Sentence:within(span) end

--- The noun phrase that begins with the span's first word, and those that و joins to it.
---@param span hilal.Span an event's word, mostly a capture
---@return hilal.Span[]
function Sentence:parties_from(span) end

--- A match of the rule's pattern. Its captures are fields: `m.cue`. `m.span` and `m.text` are
--- the whole match.
---@class hilal.Match
---@field span hilal.Span The whole match.
---@field text string Its words.
---@field [string] hilal.Span
local Match = {}

--- A stretch of the article: a capture, an entity, a time, a quantity, a quote, an attribution,
--- an item of a layer. Fields that do not apply are nil; declared fields of an item are its
--- fields.
---@class hilal.Span
---@field text string Its words.
---@field field string `title` or `content`.
---@field start integer First code point of the field, from 0.
---@field stop integer One past its last code point.
---@field type string? PER ORG GPE LOC FAC; DATE TIME DURATION SET.
---@field code string? A country's or actor's code; of a sum of money the currency's (ISO 4217: USD), nil where nothing tells whose ريال or دينار it is: its `kind` is money all the same.
---@field role string? The office that a person is given.
---@field office hilal.Span? The words of a person's office.
---@field value string|number|nil A time's TIMEX3 value, a quantity's number.
---@field unit string? A quantity's unit as written, without the adjective behind it: دولارات of «5 دولارات أمريكية».
---@field approx boolean? The quantity is given as rough.
---@field kind string? A quote's kind: direct or indirect. Of a quantity: money, or nil where it is none.
---@field speaker hilal.Span? Who says a quote.
---@field cue hilal.Span? A quote's verb or noun of saying.
---@field polarity string asserted, negated or denied.
---@field modality string fact, conditional, future, wish or report.
---@field source hilal.Span? Who says it; nil when the article does. Of an attribution: the source that it names, through «the same source» the one named before.
---@field first hilal.Span? The sentence that a duplicate repeats.
---@field anonymous boolean? An attribution's source is not named.
---@field cluster integer? Mentions of the same thing in the article share it.
local Span = {}

-- A lexicon is a pattern; hilal.verb and hilal.noun also take it for its entries.
---@class hilal.Lexicon: hilal.Pattern

--- One of some words as they stand, with the letters و ف ب ك ل ال attached or not, and with an
--- attached pronoun. Several words in one string are a phrase.
---@param words string|string[] the words, in any spelling
---@return hilal.Pattern
function hilal.word(words) end

--- One of some phrases: the words follow each other, quotes between them allowed. Letters are
--- attached to the first word, a pronoun to the last; all else stands as it is written: `حكم
--- قضائي` is not in «الحكم القضائي».
---@param phrases string|string[] words parted by spaces
---@return hilal.Pattern
function hilal.phrase(phrases) end

--- Any form of the verbs: all persons, tenses and moods, participles and verbal nouns, with
--- attached letters and pronouns. A citation is the third person masculine singular of the
--- perfect; write its shadda, or its form behind a colon (`سلم:I`, `سلم:II`). An imperfect
--- (يهدد) is refused. Shortened forms of the jussive (يقل of قال) are found behind لم, لما and a
--- ل of command only. A spelling that is mostly another word is taken out with a minus:
--- `hilal.verb "أقال" - "أقل"`.
---@param verbs string|string[]|hilal.Lexicon citation forms: هدّد, or a lexicon
---@param forms? string|string[] only these: perfect, imperfect, future (سيهدد), imperative, participle, noun
---@return hilal.Pattern
function hilal.verb(verbs, forms) end

--- Any form of the nouns: singular, dual, the plural in ات of those in ة, and the plurals given.
---@param nouns string|string[]|hilal.Lexicon singulars, or a lexicon
---@param ... string|string[] plurals that no rule gives: `("شهر", "أشهر", "شهور")`
---@return hilal.Pattern
function hilal.noun(nouns, ...) end

--- The entries of a lexicon of this pack or of one that it needs, as a pattern. `hilal.verb` and
--- `hilal.noun` take it for its citation forms.
---@param name string the file under lexicon/, without its ending
---@param where? table<string,string> only rows whose columns have these values
---@return hilal.Lexicon
function hilal.lexicon(name, where) end

--- A named person, organisation or place.
---@param type? string PER, ORG, GPE, LOC or FAC; any when absent
---@param code? string a code or its beginning: TUR
---@return hilal.Pattern
function hilal.entity(type, code) end

--- The words of an office beside a name.
---@return hilal.Pattern
function hilal.role() end

--- An expression of time.
---@param type? string DATE, TIME, DURATION or SET
---@return hilal.Pattern
function hilal.time(type) end

--- A counted or measured thing. A currency or measure that the lexicons know is meant in all its
--- forms and spellings: `"دولار"` finds «دولارين» and «5 دولارات», `"USD"` American ones only,
--- `"money"` all sums of money; other units as they are written. Its span ends with the unit:
--- the أمريكية of «5 دولارات أمريكية» stands outside.
---@param unit? string the unit, a currency's code (ISO 4217), or money for any currency
---@return hilal.Pattern
function hilal.quantity(unit) end

--- Reported speech.
---@param kind? string direct or indirect
---@return hilal.Pattern
function hilal.quote(kind) end

--- An item of a layer that this pack provides or one that it needs.
---@param name string a layer that this rule needs
---@return hilal.Pattern
function hilal.layer(name) end

--- A number in digits.
---@return hilal.Pattern
function hilal.number() end

--- Any words, as few as possible.
---@param min integer at least
---@param max integer at most, up to 200
---@return hilal.Pattern
function hilal.gap(min, max) end

--- Any one word.
---@return hilal.Pattern
function hilal.any() end

--- Declares a rule; a rule file returns it, or a list of them.
---@param declaration hilal.RuleDeclaration the rule
---@return hilal.Rule
function hilal.rule(declaration) end

--- Declares an extractor: like a rule, but its results make up the layer that `provides` names
--- and are not reported.
---@param declaration hilal.RuleDeclaration the extractor
---@return hilal.Rule
function hilal.extractor(declaration) end

