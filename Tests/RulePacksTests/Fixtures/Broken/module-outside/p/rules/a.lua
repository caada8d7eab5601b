local words = require "../../q/lib/words"
return hilal.rule { id = "r", match = words.all }
