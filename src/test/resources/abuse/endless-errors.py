# what: prints to standard error without end
# why: that stream is kept too
# expect: limit output
import sys
while True:
    sys.stderr.write("spam" * 1000)
