def work(n):
    for k in range(300):
        yield n * k % 7


def run(items):
    streams = []
    for n in items:
        streams.append(work(n))
    return [sum(stream) for stream in streams]


if __name__ == "__main__":
    print(run([1, 2, 3]))
