def render(text, *, width=10, fill="."):
    for _ in range(800):
        text = text[1:] + text[:1]
    return text.center(width, fill)


def run(texts, **options):
    lines = []
    for text in texts:
        lines.append(render(text, **options))
    return lines


if __name__ == "__main__":
    print(run(["north", "east", "up"], width=13, fill="*"))
