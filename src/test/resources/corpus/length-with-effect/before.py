class Pool:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        self.size -= 1
        return self.size


POOL = Pool(500)


def work(n):
    total = 0
    for k in range(1200):
        total += n * k % 7
    return total + len(POOL)


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
