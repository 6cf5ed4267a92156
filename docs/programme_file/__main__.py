"""Write the schema and the page anew: ``python -m docs.programme_file``."""

import json
from pathlib import Path

from docs.programme_file.page import page
from docs.programme_file.schema import schema

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "src" / "diplocal" / "schemas" / "programme.json"
PAGE = ROOT / "docs" / "programme-file.md"


def laid_out(value: object, indent: int = 0, width: int = 120) -> str:
    """Write JSON with short values on one line, so that a change can be read."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= width or not isinstance(value, dict | list):
        return line
    inner, pad = indent + 2, " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {laid_out(one, inner)}" for key, one in value.items()]
        return "{\n" + ",\n".join(pad + part for part in parts) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(pad + laid_out(one, inner) for one in value) + "\n" + " " * indent + "]"


def main() -> None:
    """Write both files."""
    SCHEMA.write_text(laid_out(schema()) + "\n", encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
