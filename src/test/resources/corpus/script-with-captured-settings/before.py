settings = {"modulus": 61, "rounds": 1500}


def work(n):
    total = 0
    for k in range(settings["rounds"]):
        total += n * k % settings["modulus"]
    return total


totals = {}
for name, n in (("a", 3), ("b", 4), ("c", 5)):
    totals[name] = work(n)
print(totals)
