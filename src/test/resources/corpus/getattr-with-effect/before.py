class Registry:
    def __init__(self):
        self.__dict__["order"] = []

    def __getattr__(self, name):
        self.order.append(name)
        return len(self.order)


REGISTRY = Registry()


def work(n):
    total = 0
    for k in range(1200):
        total += n * k % 29
    return total + REGISTRY.serial


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
