def make_worker():
    memory = []

    def work(n):
        memory.append(n)
        total = 0
        for k in range(1200):
            total += k * sum(memory) % 13
        return total

    return work


def run(items):
    work = make_worker()
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
