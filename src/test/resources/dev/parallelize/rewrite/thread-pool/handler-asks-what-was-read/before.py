def load(paths):
    lines = []
    failed = []
    for path in paths:
        try:
            with open(path) as file:
                text = file.read()
                number = int(text)
        except ValueError:
            failed.append(text)
            continue
        lines.append(number)
    return lines, failed
