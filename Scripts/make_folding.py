#!/usr/bin/env python3
"""Writes Sources/HanText/FoldingPairs.swift, the one-to-one traditional to simplified characters.

The facts are kSimplifiedVariant (Unihan_Variants.txt) and kTGH, the place of a character in the
Table of General Standard Chinese Characters (通用规范汉字表), of the Unicode Character Database.
On Debian: apt-get install unicode-data, which puts them under /usr/share/unicode as .bz2.

    Scripts/make_folding.py [--unihan DIRECTORY] [--output FILE]

A pair is kept when folding cannot hurt simplified text:
  * the traditional character is not itself a general standard character (乾, 著, 徵, 瞭, 藉 stay);
  * a simplified variant is a general standard character; of several (餘: 余, 馀), the most common;
  * both are in the Basic Multilingual Plane.
ADDED and DROPPED hold the exceptions; say why beside each.
"""

import argparse
import bz2
import pathlib

# 於 is a general standard character only as a surname; in traditional text it is every 于. The others
# are printed forms of traditional characters that Unihan reaches only through its looser variant fields.
ADDED = {
    a: b
    for a, b in (
        "於于 裏里 爲为 説说 値值 絶绝 緖绪 羣群 峯峰 衆众 啓启 綫线 麪面 牀床 鷄鸡 眞真 敎教 淸清 靑青 吿告 "
        "倂并 晩晚 鋭锐 郞郎 鄕乡 鎭镇 揷插 謡谣"
    ).split()
}
# 戠 is an old graph that Unihan gives as a variant of 只 and of itself.
DROPPED = {"戠", "臤"}
PAIRS_PER_LINE = 25


def lines(directory: pathlib.Path):
    for path in sorted(directory.glob("Unihan_*.txt*")):
        opened = bz2.open(path, "rt", encoding="utf-8") if path.suffix == ".bz2" else open(path, encoding="utf-8")
        with opened as file:
            yield from (line.rstrip("\n").split("\t") for line in file if line.startswith("U+"))


def pairs(directory: pathlib.Path) -> list[tuple[str, str]]:
    simplified: dict[int, list[int]] = {}
    general: dict[int, int] = {}
    for code, field, value in lines(directory):
        scalar = int(code[2:], 16)
        if field == "kSimplifiedVariant":
            simplified[scalar] = [int(item.split("<")[0][2:], 16) for item in value.split()]
        elif field == "kTGH":
            general[scalar] = int(value.split()[0].split(":")[1])
    if not simplified or not general:
        raise SystemExit(f"make_folding.py: no kSimplifiedVariant or no kTGH in {directory}")
    found = dict(ADDED)
    for scalar, variants in simplified.items():
        targets = [item for item in variants if item != scalar and item in general and item <= 0xFFFF]
        if scalar in general or scalar > 0xFFFF or not targets or chr(scalar) in DROPPED:
            continue
        found[chr(scalar)] = chr(min(targets, key=general.__getitem__))
    return sorted(found.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unihan", type=pathlib.Path, default=pathlib.Path("/usr/share/unicode"))
    root = pathlib.Path(__file__).resolve().parent.parent
    parser.add_argument("--output", type=pathlib.Path, default=root / "Sources/HanText/FoldingPairs.swift")
    options = parser.parse_args()
    found = pairs(options.unihan)
    body = ["".join(a + b for a, b in found[i : i + PAIRS_PER_LINE]) for i in range(0, len(found), PAIRS_PER_LINE)]
    text = "\n".join(
        [
            "// Derived file: made by Scripts/make_folding.py from the Unicode Character Database 15.0, do not edit.",
            "",
            f"/// {len(found)} traditional characters, each followed by its simplified form, in code order.",
            'let foldingPairs: StaticString = """',
            *("  " + line for line in body),
            '  """',
            "",
        ]
    )
    options.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
