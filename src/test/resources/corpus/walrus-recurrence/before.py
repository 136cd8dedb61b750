def step(state, x):
    for k in range(1200):
        state = (state + x * k) % 4093
    return state


def run(items):
    state = 5
    return [state := step(state, x) for x in items]


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
