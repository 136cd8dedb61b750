class Serial:
    def __init__(self):
        self.issued = 0

    def __get__(self, instance, owner):
        self.issued += 1
        return self.issued


class Order:
    serial = Serial()

    def __init__(self, size):
        self.size = size


def work(order):
    total = 0
    for k in range(order.size * 200):
        total += k % 5
    return order.serial, total


def run(orders):
    results = []
    for order in orders:
        results.append(work(order))
    return results


if __name__ == "__main__":
    print(run([Order(3), Order(2), Order(1)]))
