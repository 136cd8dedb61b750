def run(items):
    calls = 0

    def work(n):
        nonlocal calls
        calls += 1
        total = 0
        for k in range(1500):
            total += n * k % (calls + 3)
        return total

    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([6, 6, 6]))
