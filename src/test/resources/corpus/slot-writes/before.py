def work(n):
    total = 0
    for k in range(1, 1500):
        total ^= n * k % 1013
    return total


def run(numbers):
    results = [None] * len(numbers)
    for i in range(len(numbers)):
        results[i] = work(numbers[i])
    return results


if __name__ == "__main__":
    print(run([9, 8, 7, 6, 5, 4]))
