# what: items beyond the one that ends the loop are worked on too, and their failure comes out
# check: exceptions-handled
def parse(text):
    return int(text)


if __name__ == "__main__":
    total = 0
    for text in ["4", "5", "0", "end", "7"]:
        number = parse(text)
        if number == 0:
            break
        total += number
    print(total)
# --- transformed
from concurrent.futures import ThreadPoolExecutor


def parse(text):
    return int(text)


if __name__ == "__main__":
    total = 0
    with ThreadPoolExecutor(2) as executor:
        for number in list(executor.map(parse, ["4", "5", "0", "end", "7"])):
            if number == 0:
                break
            total += number
    print(total)
