def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def run(numbers):
    total = 0

    def shifted():
        for number in numbers:
            yield number + total

    results = []
    for number in shifted():
        total += number
        results.append(costly(number))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
