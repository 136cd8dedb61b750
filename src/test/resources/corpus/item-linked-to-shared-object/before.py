class Bank:
    def __init__(self):
        self.money = 1000


class Player:
    def __init__(self, bank):
        self.bank = bank


def play(player):
    lost = 0
    for k in range(1500):
        lost = (lost * 3 + player.bank.money + k) % 1009
    player.bank.money -= lost
    return player.bank.money


def run(players):
    results = []
    for player in players:
        results.append(play(player))
    return results


if __name__ == "__main__":
    bank = Bank()
    print(run([Player(bank), Player(bank), Player(bank)]))
