-- Letters of the word's own: التزام, التزم.
local binding = hilal.noun { "التزام" } + hilal.verb "التزم"
local storm = hilal.noun({ "العاصفة=العواصف" })
return hilal.rule {
  id = "floods", match = hilal.noun(hilal.lexicon "floods") + storm + binding,
}
