function helper() end
return hilal.rule { id = "r", check = helper }
