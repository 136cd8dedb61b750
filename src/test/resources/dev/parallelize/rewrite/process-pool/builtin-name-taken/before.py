def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(items):
    max = -1
    for item in items:
        score = work(item)
        if score > max:
            max = score
    return max


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
