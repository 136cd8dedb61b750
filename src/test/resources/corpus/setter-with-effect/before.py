class Gauge:
    written = []

    @property
    def level(self):
        return len(Gauge.written)

    @level.setter
    def level(self, value):
        Gauge.written.append(value)


GAUGE = Gauge()


def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 41
    GAUGE.level = total
    return GAUGE.level


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3]))
