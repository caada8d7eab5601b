-- Rules see a sandboxed Lua 5.4 and the global `hilal`.
std = "lua54"
read_globals = { "hilal" }
max_line_length = 140
-- Definition files for editors declare what is never used.
exclude_files = { "**/.luals/*" }
