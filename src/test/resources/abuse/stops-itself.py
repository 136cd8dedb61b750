# what: stops its own process
# why: a stopped process neither ends nor uses time
# expect: timed-out
import os, signal
os.kill(os.getpid(), signal.SIGSTOP)
