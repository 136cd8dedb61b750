def parse(text):
    return int(text)

if __name__ == "__main__":
    for text in ["1", "2", "x", "4"]:
        print(parse(text))
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def parse(text):
    return int(text)

if __name__ == "__main__":
    texts = ["1", "2", "x", "4"]
    with ProcessPoolExecutor() as executor:
        for value in executor.map(parse, texts):
            print(value)
