import after
import before
from common import same

if __name__ == "__main__":
    for texts in ([], ["a"], ["pear", "fig", "apple", "kiwi"], iter(["one", "two"])):
        texts = list(texts)
        same(before.report, after.report, texts)
    kind, *_ = same(before.report, after.report, ["a", "b", None, "c"])
    assert kind == "raised"
