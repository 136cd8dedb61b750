def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(names):
    lines = []
    for rank, name in enumerate(names, start=1):
        lines.append(f"{rank}. {name} {work(len(name))}")
    return lines


if __name__ == "__main__":
    print("\n".join(run(["ann", "bo", "christopher"])))
