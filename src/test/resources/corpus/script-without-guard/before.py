def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 53
    return total


results = []
for number in range(8):
    results.append(work(number))

print(results)
