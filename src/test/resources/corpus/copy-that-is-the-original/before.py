import copy


class Counter:
    count = 0

    def __deepcopy__(self, memo):
        return self


counter = Counter()


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def work(number):
    own = copy.deepcopy(counter)
    own.count += 1
    return own.count, costly(number)


def run(numbers):
    return [work(number) for number in numbers]


if __name__ == "__main__":
    print(run(range(4)))
