-- Rules see a sandboxed Lua 5.4 and the global `hilal`: no io, os, load or coroutine, no string.pack or string.dump.
stds.sandbox = {
  read_globals = {
    "hilal", "ipairs", "next", "pairs", "pcall", "print", "rawget", "rawset", "require", "setmetatable", "tostring",
    "assert", "error", "getmetatable", "rawequal", "rawlen", "select", "type", "tonumber", "_VERSION",
    "math", "utf8",
    string = {
      fields = {
        "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper",
      },
    },
    table = { fields = { "concat", "insert", "move", "pack", "remove", "sort", "unpack" } },
  },
}
std = "sandbox"
max_line_length = 140
-- Definition files for editors declare what is never used.
exclude_files = { "**/.luals/*" }
