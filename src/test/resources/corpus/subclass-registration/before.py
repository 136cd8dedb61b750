class Plugin:
    registered = []

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        cls.number = len(Plugin.registered)
        Plugin.registered.append(cls.__name__)


def build(name):
    plugin = type(name, (Plugin,), {})
    total = 0
    for k in range(1500):
        total += k % (plugin.number + 3)
    return total


def run(names):
    results = []
    for name in names:
        results.append(build(name))
    return results


if __name__ == "__main__":
    print(run(["A", "B", "C"]), Plugin.registered)
