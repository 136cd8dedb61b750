def work(table, n):
    return table[n - 1] + n


def run(items, table, out):
    for n in items:
        out[n] = work(table, n)
    return out


if __name__ == "__main__":
    both = [1, 0, 0, 0]
    print(run([1, 2, 3], both, both))
