class Probe:
    count = 0

    def measure(self, n):
        type(self).count += 1
        total = 0
        for k in range(1500):
            total += n * k % (7 + type(self).count)
        return total


def run(probe, items):
    results = []
    for n in items:
        results.append(probe.measure(n))
    return results


if __name__ == "__main__":
    print(run(Probe(), [4, 4, 4]))
