import tempfile


def parse_block(handle):
    total = 0
    for _ in range(2):
        value = int(handle.readline())
        for k in range(800):
            total += value * k % 9
    return total


def run(handle, blocks):
    results = []
    for _ in range(blocks):
        results.append(parse_block(handle))
    return results


if __name__ == "__main__":
    with tempfile.TemporaryFile("w+") as file:
        file.write("\n".join(str(n) for n in range(1, 7)))
        file.seek(0)
        print(run(file, 3))
