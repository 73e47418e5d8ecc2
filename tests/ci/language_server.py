"""The yaml-language-server, spoken to as an editor does it."""

import json
import subprocess
from pathlib import Path
from typing import Any

Json = Any


class LanguageServer:
    """A server that serves one folder, with the settings that VS Code finds in it."""

    def __init__(self, program: Path, root: Path) -> None:
        command = ["node", str(program), "--stdio"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.root = root
        settings = root / ".vscode" / "settings.json"
        schemas = json.loads(settings.read_text())["yaml.schemas"] if settings.exists() else {}
        self.settings = {
            "yaml": {"schemas": schemas, "schemaStore": {"enable": False}, "hover": True, "completion": True}
        }
        self.asked = 0
        self.diagnostics: dict[str, list[Json]] = {}
        able = {"workspace": {"configuration": True}, "textDocument": {"hover": {"contentFormat": ["markdown"]}}}
        folder = {"uri": root.as_uri(), "name": root.name}
        self.ask("initialize", processId=None, rootUri=root.as_uri(), workspaceFolders=[folder], capabilities=able)
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=self.settings)

    def open(self, path: str, text: str) -> list[str]:
        """What the server finds wrong with a document, as `line:column message`."""
        uri = (self.root / path).as_uri()
        self.tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        while uri not in self.diagnostics:
            self.heed(self.hear())
        found = self.diagnostics.pop(uri)
        places = [(each["range"]["start"]["line"] + 1, each["range"]["start"]["character"] + 1) for each in found]
        return [f"{line}:{column} {each['message']}" for (line, column), each in zip(places, found, strict=True)]

    def hover(self, path: str, text: str) -> str:
        """What is said of the place of a `|` in a document."""
        found = self.ask("textDocument/hover", **self.at(path, text))
        return str(found["contents"]["value"])

    def completions(self, path: str, text: str) -> dict[str, str]:
        """What could stand at the `|` in a document, and what is said of it."""
        found = self.ask("textDocument/completion", **self.at(path, text))
        return {each["label"]: str(each.get("documentation")) for each in found["items"]}

    def at(self, path: str, text: str) -> dict[str, Json]:
        """The place of the `|` in a document that is opened without it."""
        before, _, after = text.partition("|")
        self.open(path, before + after)
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return {"textDocument": {"uri": (self.root / path).as_uri()}, "position": place}

    def ask(self, method: str, **parameters: Json) -> Json:
        """The answer to a question."""
        self.asked += 1
        self.say({"id": self.asked, "method": method, "params": parameters})
        while (heard := self.hear()).get("id") != self.asked or "method" in heard:
            self.heed(heard)
        return heard["result"]

    def tell(self, method: str, **parameters: Json) -> None:
        """Tells the server something."""
        self.say({"method": method, "params": parameters})

    def heed(self, heard: Json) -> None:
        """Does what the server wants."""
        match heard:
            case {"method": "textDocument/publishDiagnostics", "params": {"uri": uri, "diagnostics": found}}:
                self.diagnostics[uri] = found
            case {"method": "workspace/configuration", "id": number, "params": {"items": items}}:
                self.say({"id": number, "result": [self.settings.get(item.get("section"), {}) for item in items]})
            case {"method": _, "id": number}:
                self.say({"id": number, "result": None})
            case _:
                pass

    def say(self, message: Json) -> None:
        """Sends a message."""
        assert self.process.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self.process.stdin.flush()

    def hear(self) -> Json:
        """The next message."""
        assert self.process.stdout
        size = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the server has ended"
        return json.loads(self.process.stdout.read(size))

    def end(self) -> None:
        """Ends the server."""
        self.process.kill()
        self.process.communicate()
