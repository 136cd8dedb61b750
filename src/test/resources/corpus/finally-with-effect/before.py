STATE = {"used": 0}


def work(n):
    try:
        total = STATE["used"]
        for k in range(1500):
            total += n * k % 7
        return total
    finally:
        STATE["used"] += 1


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([3, 3, 3]))
