def work(n):
    total = 0
    for k in range(1800):
        total += n * k % 47
    return total


def run(texts):
    done = 0
    results = []
    for text in texts:
        try:
            value = work(int(text))
            results.append(value)
        except ValueError:
            pass
        finally:
            done += 1
    return results, done


if __name__ == "__main__":
    print(run(["3", "x", "5"]))
