def ticket(issued={"next": 0}):
    issued["next"] += 1
    return issued["next"]


def stamp(total):
    return total * 1000 + ticket()


def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 11
    return stamp(total)


def run(items):
    return [work(n) for n in items]


def main():
    print(run([1, 2, 3]))


if __name__ == "__main__":
    main()
