def parse(text):
    return int(text)

if __name__ == "__main__":
    values, bad = [], []
    for text in ["1", "2", "x", "4"]:
        try:
            values.append(parse(text))
        except ValueError as problem:
            bad.append(str(problem))
    print(values, bad)
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def parse(text):
    return int(text)

def attempt(text):
    try:
        return parse(text), None
    except ValueError as problem:
        return None, str(problem)

if __name__ == "__main__":
    values, bad = [], []
    with ProcessPoolExecutor() as executor:
        for value, problem in executor.map(attempt, ["1", "2", "x", "4"]):
            if problem is None:
                values.append(value)
            else:
                bad.append(problem)
    print(values, bad)
