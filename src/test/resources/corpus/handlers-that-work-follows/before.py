def work(n):
    total = 0
    for k in range(2000):
        total += n * k % 7
    return total


class Odd(ValueError):
    pass


def check(item):
    if item == 5:
        raise Odd(f"odd: {item}")
    return 60 // (item - 4)


def run(items):
    results = []
    problems = {}
    for number, item in enumerate(items):
        try:
            value = check(item)
        except ZeroDivisionError as error:
            print(number, "is", error)
            problems["division"] = problems.get("division", 0) + 1
            continue
        except Odd as error:
            problems[str(error)] = number
            continue
        results.append((number, work(value)))
    return results, problems


if __name__ == "__main__":
    print(run([3, 1, 4, 1, 5, 9, 2, 6]))
