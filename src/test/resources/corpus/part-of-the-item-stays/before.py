import operator

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
    names = ["neg", "abs", "pos"]
    print(run([(number, getattr(operator, name)) for number, name in enumerate(names)]))
