return hilal.rule "talks"
