class Money:
    additions = 0

    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        Money.additions += 1
        return Money((self.amount + other.amount + Money.additions) % 9973)


def work(start):
    total = start
    for k in range(500):
        total = total + Money(k)
    return total.amount


def run(items):
    results = []
    for item in items:
        results.append(work(item))
    return results


if __name__ == "__main__":
    print(run([Money(1), Money(1), Money(1)]))
