def encode(word):
    code = 0
    for _ in range(300):
        for letter in word:
            code = (code * 131 + ord(letter)) % 1000000007
    return f"{code:08x}"


def run(words):
    return "-".join(encode(word) for word in words)


if __name__ == "__main__":
    print(run("the quick brown fox jumps".split()))
