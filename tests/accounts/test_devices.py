"""Devices in words."""

import pytest

from elearn.accounts.devices import read_device

ENGINE = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        (f"Mozilla/5.0 (Linux; Android 14; K) {ENGINE} Chrome/131.0 Mobile Safari/537.36", "Chrome/Android"),
        (
            f"Mozilla/5.0 (Linux; Android 14; K) {ENGINE} SamsungBrowser/27 Chrome/125 Safari/537.36",
            "Samsung Internet/Android",
        ),
        (f"Mozilla/5.0 (Windows NT 10.0; Win64) {ENGINE} Chrome/131 Safari/537.36 Edg/131.0", "Edge/Windows"),
        (f"Mozilla/5.0 (Windows NT 10.0; Win64) {ENGINE} Chrome/131 Safari/537.36 OPR/116.0", "Opera/Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox/Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1", "Safari/iPhone"),
        ("Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) CriOS/131.0 Mobile Safari/604.1", "Chrome/iPad"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15", "Safari/macOS"),
        ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/131.0 Safari/537.36", "Chrome/ChromeOS"),
    ],
)
def test_a_device_is_named_by_its_browser_and_system(user_agent: str, device: str) -> None:
    assert read_device(user_agent) == device


def test_of_an_unknown_device_nothing_is_kept() -> None:
    assert read_device("curl/8.5.0 (secret plan)") == "/"
