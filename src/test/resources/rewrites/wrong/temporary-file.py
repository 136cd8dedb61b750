# what: a temporary file stays behind
# check: resources-cleaned-up
def total(data):
    return sum(data)

if __name__ == "__main__":
    print(total([1, 2, 3]))
# --- transformed
import json
import tempfile

def total(path):
    with open(path) as file:
        return sum(json.load(file))

if __name__ == "__main__":
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as shared:
        json.dump([1, 2, 3], shared)
    print(total(shared.name))
