ENDED = []


class Temporary:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        ENDED.append(self.n)


def work(n):
    temporary = Temporary(n)
    total = len(ENDED)
    for k in range(1500):
        total += temporary.n * k % 7
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([3, 3, 3]))
