# what: computes for ever
# why: the commonest bug of all
# expect: timed-out
while True:
    pass
