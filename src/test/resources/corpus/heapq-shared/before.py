import heapq
heap = [5, 6, 7, 8]


def work(n):
    return heapq.heappushpop(heap, n)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([9, 1, 10, 11]))
