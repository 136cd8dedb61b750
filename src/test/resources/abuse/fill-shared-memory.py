# what: writes to /dev/shm without end
# why: it lives in memory
# expect: ok contained | limit memory
try:
    for number in range(10000):
        with open("/dev/shm/f%d" % number, "wb") as file:
            file.write(b"x" * (1 << 20))
except OSError as problem:
    print("contained" if problem.errno == 28 else problem)
