# what: computes a number of hundreds of millions of digits
# why: one bytecode, and no Python-level limit is asked
# expect: timed-out | limit memory | failed
x = 9 ** 9 ** 9
