import threading
log = []


def add(n):
    log.append(n)


def work(n):
    t = threading.Thread(target=add, args=(n,))
    t.start()
    t.join()
    return n + len(log)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]), log)
