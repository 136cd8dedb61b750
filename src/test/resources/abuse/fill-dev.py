# what: writes a file to /dev
# why: bubblewrap's own /dev is a memory file system without a bound
# expect: ok contained
try:
    open("/dev/f", "wb").write(b"x")
except OSError:
    print("contained")
