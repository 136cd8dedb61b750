def finish(n, rank):
    total = 1
    for k in range(1, 1200):
        total = total * (n + k + rank) % 10007
    return total


def run(numbers):
    rank = 0
    results = []
    for n in numbers:
        rank += finish(n, rank) % 3
        results.append(finish(n, rank))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
