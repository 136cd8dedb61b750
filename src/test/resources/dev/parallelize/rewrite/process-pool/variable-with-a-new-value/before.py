def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(lines):
    values = {}
    for line in lines:
        line = line.split("#")[0].strip()
        if not line:
            continue
        values[line] = work(len(line))
    return values


if __name__ == "__main__":
    print(run(["one", "  two # 2", "", "# nothing", "three "]), run([]))
