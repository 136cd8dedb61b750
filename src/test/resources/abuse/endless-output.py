# what: prints without end
# why: whoever keeps it all runs out of memory
# expect: limit output
while True:
    print("spam" * 1000)
