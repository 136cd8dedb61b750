class Recorder:
    history = []

    def work(self, n):
        self.history.append(n)
        total = 0
        for k in range(1500):
            total += k % (sum(self.history) + 1)
        return total


def run(items):
    results = []
    for n in items:
        results.append(Recorder().work(n))
    return results


if __name__ == "__main__":
    print(run([2, 2, 2]))
