def run(rows):
    streams = []
    for factor, row in enumerate(rows, start=1):
        streams.append(value * factor for value in row)
    return [sum(stream) for stream in streams]


if __name__ == "__main__":
    print(run([range(500), range(600), range(700)]))
