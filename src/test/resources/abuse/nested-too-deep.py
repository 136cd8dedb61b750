# what: is itself an expression nested a hundred thousand parentheses deep
# why: recursive parsers overflow
# expect: failed | ok
exec("(" * 100000 + ")" * 100000)
