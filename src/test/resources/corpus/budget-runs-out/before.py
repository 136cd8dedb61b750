def explore(n, budget):
    used = 0
    value = n
    while used < budget and value != 1:
        value = value // 2 if value % 2 == 0 else 3 * value + 1
        used += 1
    return used, value


def run(items, budget):
    results = []
    for n in items:
        used, value = explore(n, budget)
        budget -= used
        results.append((used, value))
    return results


if __name__ == "__main__":
    print(run([97, 871, 27, 703], 300))
