local jail = hilal.word { "حبس"، "سجن" }
return hilal.rule { id = "jail", title = "Jail", match = jail }
