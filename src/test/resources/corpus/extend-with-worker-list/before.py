def divisors(number):
    found = []
    for candidate in range(1, number + 1):
        if number % candidate == 0:
            found.append(candidate)
    return found


def run(numbers):
    everything = []
    for number in numbers:
        everything.extend(divisors(number))
    return everything


if __name__ == "__main__":
    print(run([360, 840, 1260, 997]))
