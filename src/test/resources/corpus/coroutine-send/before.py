def averager():
    total = 0
    count = 0
    value = yield 0
    while True:
        total += value
        count += 1
        for _ in range(800):
            total = total * 1
        value = yield total / count


def run(items):
    sink = averager()
    next(sink)
    results = []
    for x in items:
        results.append(sink.send(x))
    return results


if __name__ == "__main__":
    print(run([1, 2, 6]))
