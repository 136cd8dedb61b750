import bisect
order = []


def work(n):
    bisect.insort(order, n)
    return order.index(n)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([9, 1, 10, 2]))
