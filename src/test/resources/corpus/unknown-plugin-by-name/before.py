import importlib


def run(module, name, items):
    function = getattr(importlib.import_module(module), name)
    results = []
    for item in items:
        results.append(function(item))
    return results


if __name__ == "__main__":
    print(run("math", "factorial", [5, 300, 7])[::2])
