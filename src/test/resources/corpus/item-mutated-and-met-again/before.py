class Account:
    def __init__(self, balance):
        self.balance = balance


def settle(account):
    for k in range(1500):
        account.balance = (account.balance * 7 + k) % 10007
    return account.balance


def run(accounts):
    results = []
    for account in accounts:
        results.append(settle(account))
    return results


if __name__ == "__main__":
    shared = Account(10)
    print(run([shared, Account(20), shared]))
