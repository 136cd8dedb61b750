def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def run(numbers, offset):
    def shifted():
        for number in numbers:
            yield number + offset

    results = []
    for number in shifted():
        results.append(costly(number))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4], 5))
