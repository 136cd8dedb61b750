def run(starts):
    lengths = {}
    for start in starts:
        current = start
        length = 0
        while current != 1:
            if current % 2:
                current = 3 * current + 1
            else:
                current //= 2
            length += 1
        lengths[start] = length
    return lengths


if __name__ == "__main__":
    print(run([703, 871, 1161, 2223]))
