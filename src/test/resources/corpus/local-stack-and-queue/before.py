from collections import deque


def reachable(size, start):
    seen = {start}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for neighbour in ((node * 2) % size, (node + 7) % size):
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append(neighbour)
    return len(seen)


def run(sizes):
    counts = []
    for size in sizes:
        counts.append(reachable(size, 1))
    return counts


if __name__ == "__main__":
    print(run([100, 210, 333]))
