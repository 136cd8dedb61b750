class Budget:
    def __init__(self, left):
        self.left = left

    def __bool__(self):
        self.left -= 1
        return self.left > 0


BUDGET = Budget(1500)


def work(n):
    total = 0
    for k in range(1000):
        if BUDGET:
            total += n * k % 23
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([3, 3, 3]))
