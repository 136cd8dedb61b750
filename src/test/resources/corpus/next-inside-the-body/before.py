def take_record(header, stream):
    total = header
    for _ in range(header):
        value = next(stream)
        for k in range(300):
            total = (total * 3 + value + k) % 7001
    return total


def run(values):
    stream = iter(values)
    records = []
    for header in stream:
        records.append(take_record(header, stream))
    return records


if __name__ == "__main__":
    print(run([2, 10, 20, 1, 30, 3, 1, 2, 3]))
