class Counting(type):
    made = 0

    def __call__(cls, *arguments):
        Counting.made += 1
        instance = super().__call__(*arguments)
        instance.number = Counting.made
        return instance


class Run(metaclass=Counting):
    def __init__(self, size):
        self.size = size


def work(size):
    current = Run(size)
    total = 0
    for k in range(1500):
        total += size * k % (current.number + 2)
    return total


def run(sizes):
    results = []
    for size in sizes:
        results.append(work(size))
    return results


if __name__ == "__main__":
    print(run([4, 4, 4]))
