-- What all rules of threats have in common: their codes, the layer they make up, their fields.
local declaration = {}

local fields = { "actor", "target", "place", "time", "cue" }

--- Declares a rule of threats. Its codes are those of CAMEO's "threaten with military force", unless `declared` has others.
function declaration.rule(declared)
  declared.codes = declared.codes or { cameo = "138", plover = "THREATEN" }
  declared.provides = "threats"
  declared.fields = fields
  return hilal.rule(declared)
end

return declaration
