def append_all(lines):
    for line in lines:
        with open("all.txt", "a") as file:
            file.write(line)


append_all(["a", "b"])
