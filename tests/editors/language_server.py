"""A session with the YAML language server, as editors have it: JSON-RPC over stdio.

Source: Language Server Protocol 3.17, base protocol; the server's own settings are those of its manual.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.projects import ROOT

_SERVER = ROOT / "tests" / "node" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class LanguageServer:
    """A server that knows one schema for all documents; each document is opened under its name."""

    def __init__(self, schema: Path) -> None:
        command = ["node", str(_SERVER), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._settings = {
            "schemas": {schema.as_uri(): ["*.yaml"]},
            "schemaStore": {"enable": False},
            "hover": True,
            "completion": True,
            "validate": True,
        }
        self._last = 0
        self._versions: dict[str, int] = {}
        self.complaints: dict[str, list[str]] = {}
        capabilities = {
            "textDocument": {
                "hover": {"contentFormat": ["markdown", "plaintext"]},
                "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
            },
            "workspace": {"configuration": True},
        }
        self.request("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self._notify("initialized", {})
        self._notify("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})

    def write(self, name: str, text: str) -> None:
        """Open a document, or change all of it; wait until the server has looked at it."""
        uri = f"file:///project/{name}"
        version = self._versions[name] = self._versions.get(name, 0) + 1
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
            self._notify("textDocument/didOpen", {"textDocument": document})
        else:
            document = {"uri": uri, "version": version}
            self._notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def checked(self, name: str) -> list[str]:
        """Return what the server finds fault with, once it has said so."""
        while name not in self.complaints:
            self._take()
        return self.complaints.pop(name)

    def hover(self, name: str, line: int, column: int) -> str:
        """Return what is shown over a 0-based place."""
        found = self._at("textDocument/hover", name, line, column)
        return str(found["contents"]["value"]) if found else ""

    def completion(self, name: str, line: int, column: int) -> dict[str, str]:
        """Return what is offered at a 0-based place, each with its explanation."""
        found = self._at("textDocument/completion", name, line, column)
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"]: _words(item.get("documentation", "")) for item in items}

    def close(self) -> None:
        """End the session as an editor does."""
        self.request("shutdown", None)
        self._notify("exit", None)
        self._process.communicate(timeout=120)

    def request(self, method: str, params: Any) -> Any:
        """Ask, and answer what the server asks meanwhile."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            if (message := self._take()).get("id") == self._last and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _at(self, method: str, name: str, line: int, column: int) -> Any:
        position = {"line": line, "character": column}
        return self.request(method, {"textDocument": {"uri": f"file:///project/{name}"}, "position": position})

    def _take(self) -> dict[str, Any]:
        """Return the next message, an answer given where one is due."""
        message = self._received()
        method = message.get("method")
        if method == "workspace/configuration":
            sections = [item["section"] for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": [self._settings if one == "yaml" else {} for one in sections]})
        elif method == "textDocument/publishDiagnostics":
            name = message["params"]["uri"].rpartition("/")[2]
            self.complaints[name] = [one["message"] for one in message["params"]["diagnostics"]]
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _received(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _words(documentation: Any) -> str:
    return str(documentation.get("value", "")) if isinstance(documentation, dict) else str(documentation or "")
