local words = { talks = hilal.word "لقاء" }
function words.score(sentence) return sentence.words > 3 and 0.9 or 0.5 end
return words
