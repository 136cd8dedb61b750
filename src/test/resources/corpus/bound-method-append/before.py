def run(items):
    seen = []
    push = seen.append
    out = []
    for n in items:
        push(n)
        out.append(n * len(seen))
    return out


if __name__ == "__main__":
    print(run([1, 2, 3]))
