"""%TITLE%: run this file."""
import argparse
import json
from pathlib import Path

from game.stage import Stage


def main():
    parser = argparse.ArgumentParser(description="%TITLE%")
    parser.add_argument("--level", type=int, default=1, help="level to begin at")
    parser.add_argument("--frames", type=int, default=0, help="play so many frames by itself and leave")
    options = parser.parse_args()
    text = (Path(__file__).parent / "design.json").read_text(encoding="utf-8")
    design = json.loads(text.replace("\\u0000", " "))  # no letter anybody can see, and windows refuse it
    Stage(design, options.level).run(options.frames)


if __name__ == "__main__":
    main()
