class Engine:
    _only = None

    def __new__(cls):
        if cls._only is None:
            cls._only = super().__new__(cls)
            cls._only.heat = 0
        return cls._only


def work(n):
    engine = Engine()
    engine.heat += n
    total = 0
    for k in range(1500):
        total += k % (engine.heat + 1)
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
