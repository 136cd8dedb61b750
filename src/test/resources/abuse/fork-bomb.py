# what: forks without end
# why: fills the process table, so that nothing else on the machine can start
# expect: timed-out | limit processes | limit memory | failed
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
