def divides_repunit(n):
    remainder = 0
    for length in range(1, 800):
        remainder = (remainder * 10 + 1) % n
        if remainder == 0:
            return length
    return 0


def run(numbers):
    for n in numbers:
        length = divides_repunit(n)
        if length > 40:
            message = f"{n} after {length}"
            break
    else:
        message = "none"
    return message


if __name__ == "__main__":
    print(run([3, 7, 11, 13, 59, 61]), run([2, 4, 5]))
