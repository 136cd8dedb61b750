def is_amicable(n):
    def divisor_sum(number):
        total = 0
        for divisor in range(1, number):
            if number % divisor == 0:
                total += divisor
        return total

    other = divisor_sum(n)
    return other != n and divisor_sum(other) == n


def run(start, stop):
    found = None
    for n in range(start, stop):
        if is_amicable(n):
            found = n
            break
    return found


if __name__ == "__main__":
    print(run(200, 300), run(290, 300))
