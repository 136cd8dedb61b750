import itertools

import after
import before
from common import same

if __name__ == "__main__":
    same(before.first_prime, after.first_prime, range(90, 120))
    same(before.first_prime, after.first_prime, [4, 6, 8])
    same(before.first_prime, after.first_prime, [])
    same(before.first_prime, after.first_prime, [4, 7, None])
    assert same(before.first_prime, after.first_prime, [4, None, 7])[0] == "raised"
    assert after.first_prime(itertools.count(24)) == 29
