work = lambda n, memo=[]: memo.append(n) or len(memo)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
