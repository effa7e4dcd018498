"""A todo list for the command line, kept in todo.json.

python todo.py add "water the plants"
python todo.py list
python todo.py done 1
"""

import json
import sys
from pathlib import Path

STORE = Path("todo.json")


def load(store=STORE):
    return json.loads(store.read_text(encoding="utf-8")) if store.exists() else []


def save(tasks, store=STORE):
    store.write_text(json.dumps(tasks, indent=2, ensure_ascii=False), encoding="utf-8")


def add(tasks, words):
    return tasks + [{"task": words, "done": False}]


def done(tasks, number):
    if not 1 <= number <= len(tasks):
        raise ValueError(f"there is no task {number}")
    return [dict(task, done=True) if at == number else task for at, task in enumerate(tasks, 1)]


def shown(tasks):
    if not tasks:
        return "Nothing to do."
    return "\n".join(f"{at}. [{'x' if task['done'] else ' '}] {task['task']}" for at, task in enumerate(tasks, 1))


def main(arguments):
    tasks = load()
    match arguments:
        case ["add", *words] if words:
            tasks = add(tasks, " ".join(words))
        case ["done", number] if number.isdigit():
            tasks = done(tasks, int(number))
        case ["list"] | []:
            pass
        case _:
            print(__doc__)
            return 2
    save(tasks)
    print(shown(tasks))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
