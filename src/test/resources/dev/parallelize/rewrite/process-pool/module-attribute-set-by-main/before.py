import string


def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def labelled(n):
    return str(work(n)) + string.digits


def run(numbers):
    return [labelled(n) for n in numbers]


if __name__ == "__main__":
    string.digits = "xx"
    print(run([4, 8, 15]))
