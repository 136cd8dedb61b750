def blend(a, b):
    for _ in range(1200):
        a, b = b, (a * 5 + b) % 6007
    return a


def run(table):
    keys = sorted(table)
    for key in table:
        following = keys[(keys.index(key) + 1) % len(keys)]
        table[following] = blend(table[key], table[following])
    return table


if __name__ == "__main__":
    print(run({"a": 1, "b": 2, "c": 3}))
