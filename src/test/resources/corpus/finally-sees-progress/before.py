def work(n):
    if n == 17:
        raise ValueError(n)
    return sum(k * k % (n + 2) for k in range(2000))


def run(items):
    done = 0
    last = None
    try:
        for n in items:
            last = n
            value = work(n)
            done += value
    finally:
        print("progress", done, last)
    return done


if __name__ == "__main__":
    try:
        run(list(range(40)))
    except ValueError as e:
        print("error", e)
