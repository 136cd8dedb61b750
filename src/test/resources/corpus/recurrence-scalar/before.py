def step(state, x):
    for k in range(1500):
        state = (state * 3 + x + k) % 10007
    return state


def run(items):
    state = 1
    for x in items:
        state = step(state, x)
    return state


if __name__ == "__main__":
    print(run([4, 8, 15, 16]))
