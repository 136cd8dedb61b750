# what: makes empty files without end outside the folder where they are counted
# why: a file without content takes kernel memory that no size limit sees
# expect: limit files | failed
for folder in ("/tmp", "/sandbox/home", "/dev/shm"):
    for number in range(400_000):
        open("%s/%d" % (folder, number), "w").close()
