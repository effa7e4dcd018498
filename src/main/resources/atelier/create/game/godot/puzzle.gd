## Swap two neighbours to line up three or more of a kind.
extends RefCounted

const Paint = preload("res://scripts/paint.gd")
const SIZE = 8
const CELL = 58.0
const SHAPES = ["gem", "star", "heart", "ball", "apple", "flower"]
const WAYS = {"left": Vector2i(-1, 0), "right": Vector2i(1, 0), "up": Vector2i(0, -1), "down": Vector2i(0, 1)}
const CORNER = Vector2(248, 60)

var has_exit = false
var stage
var kinds = 5
var left = 20
var field = []
var chosen = null
var cursor = Vector2i(3, 3)
var shown = []


func setup(on, level: Dictionary) -> void:
	stage = on
	kinds = 6 if level["density"] > 0.35 else 5
	left = 14 + int(level["goal"]) / 2
	stage.goal = int(level["goal"]) * 10
	mix()


func any() -> int:
	return stage.chance.randi_range(0, kinds - 1)


func mix() -> void:
	while true:
		field = []
		for c in range(SIZE):
			var column = []
			for r in range(SIZE):
				column.append(any())
			field.append(column)
		while not matched().is_empty():
			for cell in matched():
				field[cell.x][cell.y] = any()
		if not possible().is_empty():
			return


## Cells in lines of three, as keys.
func matched() -> Dictionary:
	var found = {}
	for a in range(SIZE):
		for b in range(SIZE - 2):
			if field[b][a] == field[b + 1][a] and field[b][a] == field[b + 2][a]:
				for i in range(3):
					found[Vector2i(b + i, a)] = true
			if field[a][b] == field[a][b + 1] and field[a][b] == field[a][b + 2]:
				for i in range(3):
					found[Vector2i(a, b + i)] = true
	return found


func turn(one: Vector2i, other: Vector2i) -> void:
	var kept = field[one.x][one.y]
	field[one.x][one.y] = field[other.x][other.y]
	field[other.x][other.y] = kept


## Two cells whose swap lines something up, or none.
func possible() -> Array:
	for c in range(SIZE):
		for r in range(SIZE):
			for by in [Vector2i(1, 0), Vector2i(0, 1)]:
				var one = Vector2i(c, r)
				var other = one + by
				if other.x < SIZE and other.y < SIZE:
					turn(one, other)
					var good = not matched().is_empty()
					turn(one, other)
					if good:
						return [one, other]
	return []


func update(_seconds: float) -> void:
	for key in WAYS:
		if stage.hit.has(key):
			cursor = (cursor + WAYS[key]).clamp(Vector2i.ZERO, Vector2i(SIZE - 1, SIZE - 1))
	if stage.hit.has("extra") and stage.has("hint"):
		shown = possible()
	if stage.tap != null and Rect2(CORNER, Vector2(SIZE * CELL, SIZE * CELL)).has_point(stage.tap):
		cursor = Vector2i((stage.tap - CORNER) / CELL)
		choose(cursor)
	elif stage.hit.has("action"):
		choose(cursor)


func choose(cell: Vector2i) -> void:
	if chosen == null or absi(cell.x - chosen.x) + absi(cell.y - chosen.y) != 1:
		chosen = null if chosen != null and chosen == cell else cell
		return
	turn(cell, chosen)
	if matched().is_empty():
		turn(cell, chosen)
		chosen = null
		return
	chosen = null
	shown = []
	left -= 1
	drop()
	if left <= 0 and stage.scene == "play":
		stage.hurt(true, true)


func drop() -> void:
	var times = 1
	var found = matched()
	while not found.is_empty():
		for c in range(SIZE):
			var stay = []
			for r in range(SIZE):
				if not found.has(Vector2i(c, r)):
					stay.append(field[c][r])
			while stay.size() < SIZE:
				stay.push_front(any())
			field[c] = stay
		stage.gain(found.size() * 5, found.size() * 5 * (times if stage.has("combo") else 1))
		found = matched()
		times += 1
	if possible().is_empty():
		mix()


func draw(canvas: CanvasItem) -> void:
	var look = stage.look
	var colors = [look["prize"], look["hero"], look["foe"], look["text"], Paint.shade(look["prize"], 0.6), Paint.shade(look["hero"], 0.6)]
	for c in range(SIZE):
		for r in range(SIZE):
			var cell = Vector2i(c, r)
			var box = Rect2(CORNER + Vector2(cell) * CELL + Vector2(1, 1), Vector2(CELL - 2, CELL - 2))
			canvas.draw_rect(box, look["surface"])
			var kind = field[c][r]
			Paint.figure(canvas, SHAPES[kind], box.get_center().x, box.get_center().y, 17, colors[kind])
			if (chosen != null and cell == chosen) or shown.has(cell):
				canvas.draw_rect(box, look["prize"], false, 4)
			elif cell == cursor:
				canvas.draw_rect(box, look["text"], false, 2)
	Paint.words(canvas, stage.word("moves", {"n": left}), 40, stage.TOP + 50, look["text"], 26)
