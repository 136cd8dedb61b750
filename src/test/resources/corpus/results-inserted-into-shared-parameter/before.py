def work(table, n):
    return table[0] + n


def run(items, table, out):
    for n in items:
        out.insert(0, work(table, n))
    return out


if __name__ == "__main__":
    both = [1]
    print(run([1, 2, 3], both, both))
