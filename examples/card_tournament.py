"""Play a tournament of a simple card game and rate the players as it goes.

All games draw from the dealer's one random generator, so the cards of a game depend on how many were dealt in the
games before it; and the rating of both players after a game decides the bonus cards that they get in their next.
"""

import random

PLAYERS = 12
ROUNDS = 60
HANDS_PER_GAME = 60
START_RATING = 1500.0


class Dealer:
    """Deals cards from one random generator for the whole tournament."""

    def __init__(self, seed):
        self.generator = random.Random(seed)
        self.dealt = 0

    def deal(self, count):
        """Return the values of the next cards."""
        self.dealt += count
        return [self.generator.randrange(2, 15) for _ in range(count)]


def hand_value(cards):
    """Return the value of a hand: pairs count double, the highest card decides ties."""
    value = 0
    for card in cards:
        value += card * cards.count(card)
    return value * 100 + max(cards)


def play_game(dealer, bonus):
    """Return the share of hands that the first player wins; the bonus is the number of extra cards of the first."""
    won = 0
    for _ in range(HANDS_PER_GAME):
        first = dealer.deal(5 + max(0, bonus))
        second = dealer.deal(5 + max(0, -bonus))
        won += hand_value(first) > hand_value(second)
    return won / HANDS_PER_GAME


def expected_share(own, other):
    """Return the share of hands that the rating difference predicts."""
    return 1.0 / (1.0 + 10.0 ** ((other - own) / 400.0))


def play_tournament(players, dealer):
    """Play everyone against everyone in each round and return the final ratings."""
    ratings = {player: START_RATING for player in range(players)}
    for _ in range(ROUNDS):
        for first in range(players):
            for second in range(first + 1, players):
                bonus = round((ratings[second] - ratings[first]) / 60.0)
                share = play_game(dealer, max(-2, min(2, bonus)))
                change = 24.0 * (share - expected_share(ratings[first], ratings[second]))
                ratings[first] += change
                ratings[second] -= change
    return ratings


def main():
    dealer = Dealer(seed=77)
    ratings = play_tournament(PLAYERS, dealer)
    for player in sorted(ratings, key=lambda name: (-ratings[name], name)):
        print(f"player {player:2d}: {ratings[player]:8.2f}")
    print(f"{dealer.dealt} cards dealt")


if __name__ == "__main__":
    main()
