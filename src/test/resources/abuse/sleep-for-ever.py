# what: sleeps for ever
# why: uses no processor time, so that only a wall limit ends it
# expect: timed-out
import time
time.sleep(1e6)
