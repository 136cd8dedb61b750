import contextlib
import sqlite3
import urllib.request

import httpx
import networkx as nx
import psycopg2
import requests


def opener_shared(urls):
    opener = urllib.request.build_opener()
    texts = []
    for url in urls:  # expect: opener assumable
        texts.append(opener.open(url).read())
    return texts


def opener_given(opener: urllib.request.OpenerDirector, urls):
    return [opener.open(url).read() for url in urls]  # expect: opener assumable


class Client:
    def __init__(self):
        self.opener = urllib.request.build_opener()

    def one(self, url):
        return self.opener.open(url).read()

    def all(self, urls):
        return [self.one(url) for url in urls]  # expect: self assumable


def opener_of_each_item(urls):
    texts = []
    for url in urls:  # expect: none
        opener = urllib.request.build_opener()
        texts.append(opener.open(url).read())
    return texts


def session_that_threads_can_have_one_each_of(urls):
    session = requests.Session()
    return [session.get(url).text for url in urls]  # expect: none


def no_session(urls):
    return [requests.get(url).text for url in urls]  # expect: none


async def client_of_one_event_loop(client: httpx.AsyncClient, urls):
    pages = []
    for url in urls:  # expect: none
        pages.append(await client.get(url))
    return pages


async def connection_that_blocks_the_loop(connection: sqlite3.Connection, keys):
    return [rows_of(connection, key) for key in keys]  # expect: connection blocking


def rows_of(connection: sqlite3.Connection, key):
    return connection.cursor().execute("select * from t where k = ?", (key,)).fetchall()


def connection_shared(keys):
    connection = sqlite3.connect("data.db")
    return [rows_of(connection, key) for key in keys]  # expect: connection blocking


def connection_of_each_item(keys):
    return [rows_of(sqlite3.connect("data.db"), key) for key in keys]  # expect: none


def cursor_shared(cursor: sqlite3.Cursor, keys):
    found = []
    for key in keys:  # expect: cursor blocking
        found.append(cursor.execute("select count(*) from t where k = ?", (key,)).fetchone())
    return found


def graph_is_only_read(graph: nx.Graph, sources):
    return [nx.pagerank(graph, personalization={s: 1}) for s in sources]  # expect: none


def items_are_sessions(sessions: list[requests.Session]):
    return [session.get("http://localhost/").text for session in sessions]  # expect: none


def totals_of(path, shop):
    with contextlib.closing(sqlite3.connect(path)) as connection:
        query = "select count(*), sum(price) from sales where shop = ?"
        return connection.execute(query, (shop,)).fetchone()


def totals(path, shops):
    return [totals_of(path, shop) for shop in shops]  # expect: none


def cursor_of_one_connection(path, shops):
    connection = sqlite3.connect(path)
    cursor = connection.cursor()
    return [  # expect: cursor blocking
        cursor.execute("select sum(price) from sales where shop = ?", (shop,)).fetchone() for shop in shops
    ]


def cursors_of_one_snapshot(dsn, keys):
    connection = psycopg2.connect(dsn)
    connection.set_session(isolation_level="REPEATABLE READ")
    found = []
    for key in keys:  # expect: connection assumable
        with connection.cursor() as cursor:
            cursor.execute("select name from items where id = %s", (key,))
            found.append(cursor.fetchone())
    return found


def cursors_of_one_connection(dsn, keys):
    connection = psycopg2.connect(dsn)
    found = []
    for key in keys:  # expect: none
        with connection.cursor() as cursor:
            cursor.execute("select name from items where id = %s", (key,))
            found.append(cursor.fetchone())
    return found


def a_transaction_of_each_item(dsn, keys):
    found = []
    for key in keys:  # expect: none
        with contextlib.closing(psycopg2.connect(dsn)) as connection:
            with connection.cursor() as cursor:
                cursor.execute("select name from items where id = %s", (key,))
                found.append(cursor.fetchone())
    return found
