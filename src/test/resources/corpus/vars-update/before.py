class Item:
    pass


state = Item()


def work(n):
    vars(state).update(v=vars(state).get("v", 0) + n)
    return state.v


def run(items):
    return [work(i) for i in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
