seen = []


def note(values, value):
    values.append(value)


def forward(*arguments):
    note(*arguments)


def keep(values, value):
    forward(values, value)


def work(n):
    keep(seen, n)
    total = 0
    for k in range(2000):
        total += n * k % 53
    return total


results = []
for number in range(5):
    results.append(work(number))

print(results, seen)
