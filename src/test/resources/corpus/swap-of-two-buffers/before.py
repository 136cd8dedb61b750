def diffuse(source, target):
    for i in range(len(source)):
        total = source[i]
        for k in range(200):
            total = (total + source[i - 1] + k) % 4001
        target[i] = total


def run(values, steps):
    front = list(values)
    back = [0] * len(values)
    for _ in range(steps):
        diffuse(front, back)
        front, back = back, front
    return front


if __name__ == "__main__":
    print(run([1, 2, 3, 4], 3))
