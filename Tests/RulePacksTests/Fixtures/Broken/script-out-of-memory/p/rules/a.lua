local all = {}
for i = 1, 1e6 do
  all[i] = ("x"):rep(1000) .. i
end
