def work(values):
    names = []
    for value in values:
        if value > 30:
            names.append("high")
        elif value > 10:
            names.append("middle")
        else:
            names.append("low")
    return names


if __name__ == "__main__":
    print(work([5, 20, 50]))
