"""Debian's Firefox ESR, driven by what it speaks itself, WebDriver BiDi (W3C), with no driver between.

Nothing of the machine's own Firefox is used or changed: each has a profile of its own, and is told to ask nobody for
settings, updates or experiments.
"""

from __future__ import annotations

import json
import subprocess
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from websockets.sync.client import ClientConnection, connect

PREFERENCES: dict[str, bool | int | str] = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#no-settings/v1",
    "toolkit.telemetry.enabled": False,
}

_PATIENCE = 60
"""Seconds that Firefox may take for an answer."""

_KEYS = {
    "Control": "\ue009",
    "Alt": "\ue00a",
    "Shift": "\ue008",
    "Meta": "\ue03d",
    "Escape": "\ue00c",
    "Enter": "\ue007",
    "Tab": "\ue004",
    "Backspace": "\ue003",
    "Space": " ",
    "PageUp": "\ue00e",
    "PageDown": "\ue00f",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "F1": "\ue031",
    "F5": "\ue035",
}
"""What the keys that write nothing are in WebDriver (17.4.2, Keyboard actions), by what `KeyboardEvent.key` says."""

_CALL = """async argument => {
  const value = (%s);
  const result = await (typeof value === 'function' ? value(argument && JSON.parse(argument)) : value);
  return JSON.stringify(result ?? null);
}"""


class FirefoxError(Exception):
    """What Firefox answered instead of a result."""


class Firefox:
    """A running Firefox."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._sent = 0
        self.send("session.new", capabilities={})

    def send(self, method: str, **parameters: Any) -> Any:
        """Send a command of WebDriver BiDi and return its result. Raises FirefoxError, TimeoutError."""
        self._sent += 1
        self._connection.send(json.dumps({"id": self._sent, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._connection.recv(timeout=_PATIENCE))
            if answer.get("id") == self._sent:
                if answer["type"] == "error":
                    raise FirefoxError(f"{method}: {answer['message']}")
                return answer["result"]

    def new_tab(self, width: int = 1280, height: int = 720) -> FirefoxTab:
        """Open a tab whose page has a size in CSS pixels."""
        tab = FirefoxTab(self, self.send("browsingContext.create", type="tab")["context"])
        tab.resize(width, height)
        return tab

    @property
    def tabs(self) -> list[FirefoxTab]:
        """All tabs and windows, those that pages have opened too, in the order in which Firefox names them."""
        contexts = self.send("browsingContext.getTree", maxDepth=0)["contexts"]
        return [FirefoxTab(self, one["context"]) for one in contexts]


class FirefoxTab:
    """A tab; see `tests.browsers.Tab`."""

    browser = "firefox"

    def __init__(self, firefox: Firefox, context: str) -> None:
        self._firefox = firefox
        self.context = context

    def _send(self, method: str, **parameters: Any) -> Any:
        return self._firefox.send(method, context=self.context, **parameters)

    def goto(self, address: str) -> None:
        self._send("browsingContext.navigate", url=address, wait="complete")

    def reload(self) -> None:
        self._send("browsingContext.reload", wait="complete")

    def resize(self, width: int, height: int) -> None:
        self._send("browsingContext.setViewport", viewport={"width": width, "height": height})

    def evaluate(self, expression: str, argument: Any = None) -> Any:
        arguments = [{"type": "string", "value": json.dumps(argument)}] if argument is not None else []
        answer = self._firefox.send(
            "script.callFunction",
            functionDeclaration=_CALL % expression,
            target={"context": self.context},
            arguments=arguments,
            awaitPromise=True,
            userActivation=True,
        )
        if answer["type"] == "exception":
            raise FirefoxError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def press(self, keys: str) -> None:
        names = [_KEYS.get(name, name) for name in keys.split("+")] if len(keys) > 1 else [keys]
        downs = [{"type": "keyDown", "value": name} for name in names]
        ups = [{"type": "keyUp", "value": name} for name in reversed(names)]
        self._perform({"type": "key", "id": "keys", "actions": downs + ups})

    def type(self, text: str) -> None:
        for sign in text:
            self.press("Space" if sign == " " else sign)

    def click(self, x: float, y: float) -> None:
        self.drag([(x, y)])

    def drag(self, points: Sequence[tuple[float, float]], pointer: str = "mouse") -> None:
        moves = [{"type": "pointerMove", "x": round(x), "y": round(y)} for x, y in points]
        down, up = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        actions = [moves[0], down, *moves[1:], up]
        source = {"type": "pointer", "id": pointer, "parameters": {"pointerType": pointer}, "actions": actions}
        self._perform(source)

    def move(self, x: float, y: float) -> None:
        moved = {"type": "pointerMove", "x": round(x), "y": round(y)}
        parameters = {"pointerType": "mouse"}
        self._perform({"type": "pointer", "id": "mouse", "parameters": parameters, "actions": [moved]})

    def _perform(self, *sources: dict[str, Any]) -> None:
        self._send("input.performActions", actions=sources)

    def screenshot(self) -> bytes:
        return b64decode(self._send("browsingContext.captureScreenshot")["data"])

    def printed(self) -> bytes:
        return b64decode(self._send("browsingContext.print", background=True)["data"])

    def close(self) -> None:
        self._send("browsingContext.close")

    def all(self) -> list[FirefoxTab]:
        return self._firefox.tabs


@contextmanager
def running_firefox(**preferences: bool | int | str) -> Iterator[Firefox]:
    """Start Firefox without a window, and end it at the end."""
    with TemporaryDirectory() as profile:
        lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in (PREFERENCES | preferences).items())
        Path(profile, "user.js").write_text("".join(lines), encoding="utf-8")
        command = ["firefox-esr", "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
        log = Path(profile, "log")
        with log.open("wb") as stream, subprocess.Popen(command, stdout=stream, stderr=stream) as process:
            try:
                # No pings: they draw from `random` in a thread, and hypothesis, which sees that somebody does, takes it
                # for a strategy that does.
                address = f"{_address(log, process)}/session"
                with connect(address, max_size=None, proxy=None, ping_interval=None) as connection:
                    yield Firefox(connection)
            finally:
                process.terminate()


def _address(log: Path, process: subprocess.Popen[bytes]) -> str:
    """Wait until Firefox says where it listens, for that is a port that was free."""
    for _ in range(_PATIENCE * 10):
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("WebDriver BiDi listening on "):
                return line.removeprefix("WebDriver BiDi listening on ")
        try:
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    raise FirefoxError(f"Firefox does not listen: {log.read_text(errors='replace')[:500]}")
