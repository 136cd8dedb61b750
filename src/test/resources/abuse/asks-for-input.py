# what: waits for input
# why: nobody answers
# expect: failed
input("your name? ")
