def follow(value):
    for _ in range(1500):
        value = (value * 25173 + 13849) % 65536
    return value


def run(count):
    chain = [1]
    for _ in range(count):
        chain.append(follow(chain[-1]))
    return chain


if __name__ == "__main__":
    print(run(5))
