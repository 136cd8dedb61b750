def work(name, first, rest):
    total = first
    for _ in range(500):
        for value in rest:
            total = (total * 3 + value) % 7919
    return f"{name}={total}"


def run(rows):
    results = []
    for name, (first, *rest) in rows:
        results.append(work(name, first, rest))
    return results


if __name__ == "__main__":
    print(run([("a", (1, 2, 3)), ("b", (4, 5)), ("c", (6, 7, 8, 9))]))
