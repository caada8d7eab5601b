local rise = hilal.verb { "زاد", ارتفع }
return hilal.rule { id = "rise", match = rise }
