"""Works through the review page in a headless Chromium, by keyboard where a person could; then in the frame of an MCP host.

    check_review_page.py URL FOLDER

Leaves screenshots in FOLDER; prints "page works" when every step showed what it must.
"""

import json
import sys
import tempfile
import urllib.request
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

PROGRAM = '''\
def weight(number):
    return sum(k * k % 97 for k in range(number))


def weights(numbers):
    found = []
    for number in numbers:
        found.append(weight(number))
    return found


def level(values):
    now = 0.0
    for value in values:
        now = 0.9 * now + value
    return now


if __name__ == "__main__":
    print("<img src=x onerror=document.title=1>", weights(range(30_000, 30_040)), level([1.0, 2.0]))
'''
ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --window-size=1400,1000"
)


def main(url, folder):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for argument in ARGUMENTS.split():
        options.add_argument(argument)
    with tempfile.TemporaryDirectory() as profile:
        options.add_argument(f"--user-data-dir={profile}")
        browser = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
        try:
            walk(browser, url, Path(folder))
            walk_in_a_host(browser, url, Path(profile), Path(folder))
        finally:
            browser.quit()
    print("page works")


def walk(browser, url, folder):
    folder.mkdir(parents=True, exist_ok=True)
    wait = WebDriverWait(browser, 120)

    def find(selector):
        return browser.find_element(By.CSS_SELECTOR, selector)

    def until(selector):
        return wait.until(lambda _: [e for e in browser.find_elements(By.CSS_SELECTOR, selector) if e.is_displayed()])[0]

    browser.get(url)
    browser.execute_script("arguments[0].value = arguments[1]", find("#source"), PROGRAM)
    find("#source").send_keys(Keys.CONTROL, Keys.ENTER)
    first = until("#candidates button")
    assert "1 sequential" in find("#status").text, find("#status").text

    sequential = find("#candidates button.sequential")
    sequential.click()
    until("#decision")
    assert "loop-carried-dependence" in find("#listing").text, find("#listing").text
    assert not find("#transform").is_enabled()

    first = find("#candidates button.parallelizable")
    assert "weights/for/1" in first.text, first.text
    first.send_keys(Keys.ENTER)
    wait.until(lambda _: find("#transform").is_enabled())
    browser.save_screenshot(str(folder / "candidates.png"))
    strategy = find("#strategy")
    strategy.send_keys("process-pool")
    find("#transform").send_keys(Keys.ENTER)
    until("#diff .added")
    assert "ProcessPoolExecutor" in find("#diff").text, find("#diff").text

    find("#verify").send_keys(Keys.ENTER)
    wait.until(lambda _: find("#verdict").text or find("#problem").is_displayed())
    browser.save_screenshot(str(folder / "proof.png"))
    assert find("#verdict").text.startswith("equivalent"), find("#verdict").text + find("#problem").text
    assert len(browser.find_elements(By.CSS_SELECTOR, "#checks li")) == 6
    assert browser.find_elements(By.CSS_SELECTOR, "#speedup rect.measured")

    find("#share").click()
    wait.until(lambda _: "#" in browser.current_url)
    link = browser.current_url
    browser.switch_to.new_window("tab")
    browser.get(link)
    chosen = until("#candidates button[aria-pressed=true]")
    assert "weights/for/1" in chosen.text, chosen.text

    assert browser.title == "python-parallelization", "a program's text was read as markup"
    errors = [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE" and "favicon" not in entry["message"]]
    assert not errors, errors


HOST = """\
<!doctype html><title>host</title>
<iframe id="app" sandbox="allow-scripts" style="width: 1300px; height: 900px"></iframe>
<script>
  window.inbox = [];
  addEventListener("message", (event) => inbox.push(event.data));
</script>
"""


def walk_in_a_host(browser, url, folder, screenshots):
    """The page as an MCP App: it reaches nothing but its host, which calls the tools on its behalf."""
    host = folder / "host.html"
    host.write_text(HOST)
    browser.get(host.as_uri())
    read = ask_server(url, "resources/read", {"uri": "ui://parallelize/review"}, "ui://parallelize/review")
    page = read["contents"][0]
    assert page["mimeType"] == "text/html;profile=mcp-app", page["mimeType"]
    browser.execute_script("document.getElementById('app').srcdoc = arguments[0]", page["text"])
    heard = []

    def post(message):
        browser.execute_script("document.getElementById('app').contentWindow.postMessage(arguments[0], '*')", message)

    def until(condition):
        def answered(_):
            for message in browser.execute_script("return inbox.splice(0)"):
                heard.append(message["method"])
                if message["method"] == "ui/initialize":
                    post({"jsonrpc": "2.0", "id": message["id"], "result": {"protocolVersion": "2026-01-26"}})
                elif message["method"] == "tools/call":
                    result = ask_server(url, "tools/call", message["params"], message["params"]["name"])
                    post({"jsonrpc": "2.0", "id": message["id"], "result": result})
            return condition()

        WebDriverWait(browser, 60).until(answered)

    def shows(selector, text):
        def condition():
            browser.switch_to.frame("app")
            found = [e.text for e in browser.find_elements(By.CSS_SELECTOR, selector) if e.is_displayed()]
            browser.switch_to.default_content()
            return any(text in each for each in found)

        return condition

    until(lambda: "ui/notifications/initialized" in heard)
    arguments = {"source": PROGRAM}
    post({"jsonrpc": "2.0", "method": "ui/notifications/tool-input", "params": {"arguments": arguments}})
    result = ask_server(url, "tools/call", {"name": "analyze", "arguments": arguments}, "analyze")
    post({"jsonrpc": "2.0", "method": "ui/notifications/tool-result", "params": result})
    until(shows("#candidates button", "weights/for/1"))

    browser.switch_to.frame("app")
    browser.find_element(By.CSS_SELECTOR, "#candidates button.parallelizable").send_keys(Keys.ENTER)
    browser.switch_to.default_content()
    until(shows("#decision", "cpu"))
    assert "tools/call" in heard, heard
    browser.save_screenshot(str(screenshots / "in-a-host.png"))


def ask_server(url, method, params, name):
    meta = {
        "io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": {},
    }
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": {**params, "_meta": meta}}
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json, text/event-stream",
        "MCP-Protocol-Version": "2026-07-28",
        "Mcp-Method": method,
        "Mcp-Name": name,
    }
    request = urllib.request.Request(url + "mcp", json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["result"]


if __name__ == "__main__":
    main(*sys.argv[1:])
