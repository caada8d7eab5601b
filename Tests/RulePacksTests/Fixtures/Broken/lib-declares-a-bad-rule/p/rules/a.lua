local make = require "make"
return make.rule "talks"
