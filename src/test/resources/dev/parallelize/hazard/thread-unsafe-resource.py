import sqlite3
import urllib.request

import matplotlib.pyplot as plt
import networkx as nx
import numpy as np
import psycopg2
import random
import requests


def session_shared(urls):
    session = requests.Session()
    texts = []
    for url in urls:  # expect: session assumable
        texts.append(session.get(url).text)
    return texts


def session_given(session: requests.Session, urls):
    return [session.get(url).text for url in urls]  # expect: session assumable


def session_of_unknown_type(session, urls):
    return [session.get(url).text for url in urls]  # expect: session assumable


class Client:
    def __init__(self):
        self.session = requests.Session()

    def one(self, url):
        return self.session.get(url).text

    def all(self, urls):
        return [self.one(url) for url in urls]  # expect: self assumable


def session_of_each_item(urls):
    texts = []
    for url in urls:  # expect: none
        with requests.Session() as session:
            texts.append(session.get(url).text)
    return texts


def no_session(urls):
    return [requests.get(url).text for url in urls]  # expect: none


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
        cursor.execute("select * from t where k = ?", (key,))
        found.append(cursor.fetchone())
    return found


def graph_is_only_read(graph: nx.Graph, sources):
    return [nx.pagerank(graph, personalization={s: 1}) for s in sources]  # expect: none


def items_are_sessions(sessions: list[requests.Session]):
    return [session.get("http://localhost/").text for session in sessions]  # expect: none
