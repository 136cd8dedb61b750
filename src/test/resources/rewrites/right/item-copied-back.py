# What a worker changes in its copy is copied back by the parent.
def grade(item):
    item["grade"] = "abc"[item["points"] % 3]
    item["seen"] = True
    return item

if __name__ == "__main__":
    items = [{"points": n} for n in range(7)]
    for item in items:
        grade(item)
    print(items)
# --- transformed
from concurrent.futures import ProcessPoolExecutor

# What a worker changes in its copy is copied back by the parent.
def grade(item):
    item["grade"] = "abc"[item["points"] % 3]
    item["seen"] = True
    return item

if __name__ == "__main__":
    items = [{"points": n} for n in range(7)]
    with ProcessPoolExecutor(2) as executor:
        for item, changed in zip(items, executor.map(grade, items)):
            item.update(changed)
    print(items)
