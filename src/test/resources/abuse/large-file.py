# what: writes one file beyond the size limit
# why: the limit of one file is lower than the folder's
# expect: ok contained
try:
    with open("large", "wb") as file:
        while True:
            file.write(b"x" * (1 << 20))
except OSError as problem:
    print("contained" if problem.errno == 27 else problem)
