def statistics(n):
    low, high = n, n
    value = n
    for _ in range(1500):
        value = (value * 75 + 74) % 65537
        low = min(low, value)
        high = max(high, value)
    return low, high


def run(seeds):
    lows = []
    highs = []
    for seed in seeds:
        low, high = statistics(seed)
        lows.append(low)
        highs.append(high)
    return lows, highs


if __name__ == "__main__":
    print(run([1, 22, 333]))
