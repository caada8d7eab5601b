-- Puts markup into everything that a finding can say.
local markup = '<img src=x onerror="pwned()">'

return hilal.rule {
  id = "hostile",
  title = "Markup " .. markup,
  codes = { plover = markup },
  fields = { "actor", "target", "place", "time", "other" },
  match = hilal.word "مارق":as "cue",
  check = function(_, m)
    return { span = m.cue, label = "Label " .. markup, actor = "actor " .. markup, target = "=cmd|' /C calc'!A0",
             place = markup, time = markup, other = '"><script>pwned()</script>' }
  end,
}
