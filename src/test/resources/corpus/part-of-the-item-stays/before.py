def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def run(jobs):
    results = []
    for number, finish in jobs:
        results.append(finish(costly(number)))
    return results


if __name__ == "__main__":
    print(run([(number, lambda total: -total) for number in range(4)]))
