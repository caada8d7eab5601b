local body = hilal.entity "ORGS"
return hilal.rule { id = "r", match = body }
