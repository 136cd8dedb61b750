import collections

def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def counted(number):
    counts = collections.defaultdict(lambda: 1)
    counts[number] += costly(number)
    return counts


def run(numbers):
    return [counted(number) for number in numbers]


if __name__ == "__main__":
    print([sorted(counts.items()) for counts in run(range(4))])
