def work(n):
    return sum(k * k % 97 for k in range(n))


def run(values):
    slots = [0] * len(values)
    found = []
    for i, slots[i] in zip(range(len(values)), values):
        found.append(work(slots[i]) + work(20000 + i))
    return slots, found


print(run([30000, 30001, 30002]))
