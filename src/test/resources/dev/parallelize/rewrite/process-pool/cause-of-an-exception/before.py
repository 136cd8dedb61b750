def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


class Rejected(Exception):
    pass


def checked(n):
    value = work(n)
    if n == 8:
        try:
            {}[n]
        except KeyError as problem:
            raise Rejected("unknown") from problem
    return value


def run(numbers):
    try:
        return [checked(n) for n in numbers]
    except Rejected as problem:
        return repr(problem.__cause__)


if __name__ == "__main__":
    print(run([4, 8, 15]))
