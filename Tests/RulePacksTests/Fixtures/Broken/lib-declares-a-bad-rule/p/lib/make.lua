local make = {}
function make.rule(id)
  return hilal.rule { id = id, on = "chapter", check = print }
end
return make
