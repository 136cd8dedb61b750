def follow(path, count):
    found = []
    for _ in range(count):
        with open(path) as file:
            path = file.read().strip()
        found.append(path)
    return found


print(follow("x", 0))
