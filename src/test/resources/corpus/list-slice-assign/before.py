window = [0, 0, 0]


def work(n):
    window[:] = window[1:] + [n]
    return sum(window)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([9, 1, 10, 2]))
