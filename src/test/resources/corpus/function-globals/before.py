def work(n):
    g = work.__globals__
    g["count"] = g.get("count", 0) + 1
    return n * g["count"]


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
