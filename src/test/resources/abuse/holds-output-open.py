# what: ends while a child keeps its standard output open
# why: a reader that waits for the end of output would wait for ever
# expect: ok ended
import os, sys, time
sys.stdout.write("ended\n")
sys.stdout.flush()
if os.fork() == 0:
    time.sleep(1000)
os._exit(0)
