"""Debian's Chromium, as a visitor holds it: a phone, a tablet or a desktop."""

import json
import time
from dataclasses import dataclass

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By


@dataclass(frozen=True)
class Form:
    width: int
    height: int
    is_touched: bool


PHONE = Form(360, 740, True)
TABLET = Form(768, 1024, True)
DESKTOP = Form(1280, 800, False)


class Browser:
    """One browser window. With `scripts=False` pages run none, while the tests still look into them."""

    def __init__(self, address, form, scripts):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking",
            "--no-first-run", "--hide-scrollbars", "--no-proxy-server",
        ):
            options.add_argument(argument)
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.address = address
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(20)
        self.driver.set_script_timeout(30)
        self.form = form
        self.take(form)
        self.show(dark=False)

    def take(self, form):
        """Becomes a device of another size. Emulated here rather than by the driver, whose own taps hang
        where pages may run no scripts."""
        self.form = form
        self.command(
            "Emulation.setDeviceMetricsOverride", width=form.width, height=form.height, deviceScaleFactor=1,
            mobile=form.is_touched)
        self.command("Emulation.setTouchEmulationEnabled", enabled=form.is_touched)

    def show(self, dark):
        """Light or dark, and without motion: colours on their way would be measured halfway."""
        self.command("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ])

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def open(self, path):
        self.driver.get(self.address + path)
        return self

    def evaluate(self, script, *arguments):
        return self.driver.execute_script("return " + script, *arguments)

    @property
    def path(self):
        """Where the visitor is, fragment and query included."""
        return self.driver.current_url.removeprefix(self.address)

    @property
    def heading(self):
        return self.first("h1").text

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def first(self, selector):
        found = self.all(selector)
        assert found, f"{selector} is nowhere on {self.path}"
        return found[0]

    def link(self, words):
        """The link a visitor reads as exactly these words."""
        for found in self.driver.find_elements(By.PARTIAL_LINK_TEXT, words):
            if found.text.strip() == words and found.is_displayed():
                return found
        raise AssertionError(f"no link says “{words}” on {self.path}")

    def press(self, element):
        """A finger or a pointer on the middle of an element, and on whatever lies above it."""
        self.evaluate("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        if not self.form.is_touched:
            element.click()
            return
        x, y = self.evaluate(
            "(r => [r.x + r.width / 2, r.y + r.height / 2])(arguments[0].getClientRects()[0])", element)
        self.command("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def follow(self, link):
        """Presses a link to another page and waits until that has arrived."""
        self.evaluate("document.documentElement.setAttribute('data-left', '')")
        self.press(link)
        deadline = time.monotonic() + 20
        there = "document.readyState == 'complete' && !document.documentElement.hasAttribute('data-left')"
        while time.monotonic() < deadline:
            if self.evaluate(there):
                return self
            time.sleep(0.02)
        raise AssertionError(f"pressing a link left the visitor on {self.path}")

    def is_in_sight(self, element):
        top = self.evaluate("arguments[0].getBoundingClientRect().top", element)
        return -1 <= top < self.evaluate("innerHeight")

    def complaints(self):
        """What the browser's console said since it was last asked, refused and failed loads among it."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self):
        """The addresses asked for since this was last called."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]

    def quit(self):
        self.driver.quit()
