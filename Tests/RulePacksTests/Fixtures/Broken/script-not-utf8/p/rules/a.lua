return "Çá"
