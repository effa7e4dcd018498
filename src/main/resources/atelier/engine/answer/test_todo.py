import pytest

import todo


def test_a_new_task_is_open():
    assert todo.add([], "water the plants") == [{"task": "water the plants", "done": False}]


def test_a_task_that_is_done_is_ticked():
    tasks = todo.done(todo.add([], "water the plants"), 1)
    assert todo.shown(tasks) == "1. [x] water the plants"


def test_a_task_that_is_not_there_cannot_be_done():
    with pytest.raises(ValueError):
        todo.done([], 1)


def test_what_is_saved_is_loaded(tmp_path):
    store = tmp_path / "todo.json"
    todo.save(todo.add([], "write"), store)
    assert todo.load(store) == [{"task": "write", "done": False}]
