# what: leaves objects whose reduce, eq, repr, hash and attribute hooks run code
# why: whoever compares or unpickles them runs that code
# expect: ok
import os
class Hostile:
    def __reduce__(self):
        return os.system, ("echo reduced",)
    def __eq__(self, other):
        print("compared")
        return True
    def __repr__(self):
        print("shown")
        return "0"
    __hash__ = None
    def __getattribute__(self, name):
        print("asked for", name)
        return object.__getattribute__(self, name)
value = Hostile()
values = [Hostile(), Hostile()]
