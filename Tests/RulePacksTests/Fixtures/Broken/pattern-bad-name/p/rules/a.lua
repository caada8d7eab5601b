local cue = hilal.word "حشد":as ""
return hilal.rule { id = "r", match = cue }
