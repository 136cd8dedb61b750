def signature(word):
    letters = sorted(word)
    for _ in range(150):
        letters = sorted(letters, reverse=letters[0] < letters[-1])
    return "".join(letters)


def run(words):
    groups = {}
    for word in words:
        groups.setdefault(signature(word), []).append(word)
    return groups


if __name__ == "__main__":
    print(run(["listen", "silent", "enlist", "google", "gogole"]))
