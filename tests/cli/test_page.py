"""The page of an app's APIs in a browser: Chromium without a window and without a network."""

import os
import shutil

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By


@pytest.fixture
def browser(tmp_path):
    options = Options()
    options.binary_location = shutil.which("chromium")
    for argument in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={tmp_path / 'profile'}",
        "--window-size=1250,1000",
    ]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_page_load_timeout(60)
    try:
        yield driver
    finally:
        driver.quit()


def visible_paths(browser):
    rows = browser.find_elements(By.CSS_SELECTOR, ".routes tbody tr")
    return [row.find_element(By.CSS_SELECTOR, "code").text for row in rows if row.is_displayed()]


def test_page(cli, browser):
    page = cli.synth("page") / "api.html"
    browser.get(page.as_uri())
    assert browser.title == "APIs", "text of a user was run"
    assert len(visible_paths(browser)) == 42
    status = browser.find_element(By.ID, "count")
    assert status.text == "42 routes"

    search = browser.find_element(By.ID, "filter")
    search.send_keys("GET shelves/1")
    assert visible_paths(browser) == ["/shelves/1", *(f"/shelves/1{digit}" for digit in range(10))]
    assert status.text == "11 of 42 routes"
    search.clear()
    search.send_keys("iam")
    assert visible_paths(browser) == ["/orders"]

    assert len(browser.find_elements(By.CSS_SELECTOR, "figure svg")) == 2
    entries = browser.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert entries == [], "the page asks for other files"
    assert browser.get_log("browser") == []


def test_page_follows_the_theme(cli, browser):
    page = cli.synth("page") / "api.html"
    colours = []
    for theme in ["light", "dark"]:
        features = [{"name": "prefers-color-scheme", "value": theme}]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        browser.get(page.as_uri())
        body = browser.find_element(By.TAG_NAME, "body")
        colours.append((body.value_of_css_property("background-color"), body.value_of_css_property("color")))
        if folder := os.environ.get("E2E_SCREENSHOTS"):
            browser.save_screenshot(os.path.join(folder, f"{theme}.png"))
    light, dark = colours
    assert light[0] == "rgba(255, 255, 255, 1)" and dark[0] != light[0] and dark[1] != light[1]
