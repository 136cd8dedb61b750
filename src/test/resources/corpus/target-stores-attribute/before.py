def work(n):
    return sum(k * k % 97 for k in range(n))


class Meter:
    level = 0

    def reading(self, factor):
        return work(self.level * factor)


def run(meter, values):
    return [meter.reading(3) for meter.level in values]


meter = Meter()
print(run(meter, [10000, 10001, 10002]), meter.level)
