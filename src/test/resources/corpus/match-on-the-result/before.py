def cost(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return ("odd" if total % 2 else "even", total)


def run(numbers):
    sums = {}
    for number in numbers:
        match cost(number):
            case ("odd", total) if total > 26990:
                print("found", number)
                break
            case (kind, total):
                sums[kind] = sums.get(kind, 0) + total
    return sums


if __name__ == "__main__":
    print(run(range(1, 7)))
