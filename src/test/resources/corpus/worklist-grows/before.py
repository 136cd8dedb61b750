def children(n):
    total = 0
    for k in range(1000):
        total += n * k % 5
    return [n * 2, n * 3] if n < 20 and total else []


def run(start):
    queue = [start]
    for n in queue:
        queue.extend(children(n))
    return queue


if __name__ == "__main__":
    print(run(3))
