def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


from collections import deque


def run(items):
    queue = deque()
    for item in items:
        if item != 1:
            queue.append((item, item * 2))
    results = {}
    while queue:
        item, double = queue.popleft()
        if double > 11:
            continue
        results[item] = work(double)
    print(len(queue), "left")
    return results


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
