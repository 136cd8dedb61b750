def counted(function):
    def wrapper(n):
        wrapper.calls += 1
        return function(n) + wrapper.calls

    wrapper.calls = 0
    return wrapper


@counted
def work(n):
    total = 0
    for k in range(1500):
        total += n * k % 37
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 1, 1]))
