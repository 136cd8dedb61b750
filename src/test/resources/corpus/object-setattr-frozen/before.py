import dataclasses


@dataclasses.dataclass(frozen=True)
class F:
    n: int = 0


state = F()


def work(k):
    object.__setattr__(state, "n", state.n + k)
    return state.n


def run(items):
    return [work(i) for i in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
