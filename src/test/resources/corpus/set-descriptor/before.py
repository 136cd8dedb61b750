class Tracked:
    log = []

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner):
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        Tracked.log.append(value)
        setattr(obj, self.name, value + len(Tracked.log))


class Thing:
    value = Tracked()


def work(n):
    t = Thing()
    t.value = n
    return t.value


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]), Tracked.log)
