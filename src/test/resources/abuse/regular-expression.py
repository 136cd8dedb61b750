# what: matches a regular expression that backtracks exponentially
# why: holds the interpreter lock, so that no thread of the program can end it
# expect: timed-out
import re
re.match(r"(a+)+$", "a" * 64 + "b")
