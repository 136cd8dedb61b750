# what: creates a million empty files
# why: each takes kernel memory that no size limit counts
# expect: limit files | timed-out
for number in range(1000000):
    open("f%d" % number, "wb").close()
