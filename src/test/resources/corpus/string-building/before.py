def code(n):
    value = n
    for _ in range(2000):
        value = (value * 5 + 3) % 26
    return chr(ord("a") + value)


def run(numbers):
    text = ""
    for n in numbers:
        text += code(n)
    return text


if __name__ == "__main__":
    print(run(range(20)))
