import psycopg2


def both(first, second):
    one = psycopg2.connect(first)
    other = psycopg2.connect(second)
    return one, other
