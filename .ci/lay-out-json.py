"""Lays an extraction out for reviewers: one file a document, no line much longer than 120 columns.

usage: lay-out-json.py EXTRACTION.json FOLDER

Only white space is added: without it the bytes are those of the program. Numbers stay as they are written.
"""

import json
import pathlib
import sys

WIDTH = 120


class Number(str):
    """A number as it is written."""


def compact(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k, ensure_ascii=False)}: {compact(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(compact, value)) + "]"
    return str(value) if isinstance(value, Number) else json.dumps(value, ensure_ascii=False)


def lay_out(value, indent="", lead=0):
    """The text of a value whose first line begins after `lead` columns."""
    flat = compact(value)
    if not isinstance(value, (dict, list)) or not value or len(indent) + lead + len(flat) <= WIDTH:
        return flat
    inner = indent + "  "
    if isinstance(value, dict):
        parts = []
        for key, item in value.items():
            name = json.dumps(key, ensure_ascii=False) + ": "
            parts.append(inner + name + lay_out(item, inner, len(name)))
        return "{\n" + ",\n".join(parts) + "\n" + indent + "}"
    return "[\n" + ",\n".join(inner + lay_out(item, inner) for item in value) + "\n" + indent + "]"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    extraction = json.loads(text, parse_float=Number, parse_int=Number)
    for document in extraction["documents"]:
        name = pathlib.PurePosixPath(document["id"]).with_suffix(".json").name
        path = pathlib.Path(sys.argv[2]) / name
        if path.exists():
            sys.exit(f"two documents would be {path}")
        path.write_text(lay_out(document) + "\n", encoding="utf-8")


main()
