local words = require "wrods"
return hilal.rule { id = "r", match = words.all }
