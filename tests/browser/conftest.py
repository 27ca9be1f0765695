"""A real browser without a screen: Debian's Chromium, steered by its own driver, that clicks like a person."""

import sys

import pytest
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import element_to_be_clickable
from selenium.webdriver.support.wait import WebDriverWait

#: Longest wait for a condition; it is met within a moment, or the test fails.
PATIENCE_S = 60


class Browser:
    """One window. Every wait is for a condition.

    Attributes:
        driver: The driver, for what has no word here.
    """

    def __init__(self, driver):
        self.driver = driver
        self._wait = WebDriverWait(
            driver, PATIENCE_S, poll_frequency=0.05, ignored_exceptions=(StaleElementReferenceException,)
        )

    def open(self, url):
        self.driver.get(url)

    def find(self, css):
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def texts(self, css):
        return [one.text for one in self.driver.find_elements(By.CSS_SELECTOR, css)]

    def until(self, condition):
        """Wait until ``condition()`` is true, and return what it was; a failure shows the page as it is then."""
        try:
            return self._wait.until(lambda _: condition())
        except TimeoutException:
            pytest.fail(f"{self.driver.current_url} shows:\n{self.find('body').text}\n{self.troubles()}")

    def shown(self, css, text):
        """Wait until an element shows a text."""
        return self.until(lambda: text in self.find(css).text)

    def click(self, css):
        found = self.find(css)
        # Whatever lies above it would take the click, as it would a person's.
        self._wait.until(element_to_be_clickable(found)).click()

    def type(self, css, text):
        found = self.find(css)
        found.clear()
        found.send_keys(text)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def troubles(self):
        """What the browser's console complains about, such as what the page's policy forbids."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]


@pytest.fixture(scope="module")
def chromium():
    if sys.platform == "win32":
        pytest.skip("Windows has no Chromium of Debian's.")
    options = ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1100,1400"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    yield driver
    driver.quit()


@pytest.fixture
def browser(chromium):
    """A new tab; what it kept ends with it."""
    first = chromium.current_window_handle
    chromium.switch_to.new_window("tab")
    chromium.get_log("browser")
    yield Browser(chromium)
    chromium.close()
    chromium.switch_to.window(first)
