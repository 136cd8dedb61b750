import heapq


def score(n):
    total = 0
    for k in range(1500):
        total += (n * n * k) % 83
    return total


def run(numbers):
    best = []
    for n in numbers:
        heapq.heappush(best, (score(n), n))
        if len(best) > 3:
            heapq.heappop(best)
    return sorted(best, reverse=True)


if __name__ == "__main__":
    print(run(range(10)))
