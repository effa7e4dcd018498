## Eat, grow, and bite neither walls nor yourself.
extends RefCounted

const Paint = preload("res://scripts/paint.gd")
const CELL = 30.0
const COLUMNS = 32
const ROWS = 16
const WAYS = {"left": Vector2i(-1, 0), "right": Vector2i(1, 0), "up": Vector2i(0, -1), "down": Vector2i(0, 1)}

var has_exit = false
var stage
var walls = {}
var portals = []
var body = []
var way = Vector2i(1, 0)
var turns = []
var clock = 0.0
var wait = 0.16
var food = Vector2i()
var extra = ""
var extra_at = Vector2i()
var extra_left = 0


func setup(on, level: Dictionary) -> void:
	stage = on
	wait = 0.16 / level["speed"]
	for c in range(1, COLUMNS - 1):
		for r in range(1, ROWS - 1):
			if absi(r - 8) > 1 and stage.chance.randf() < level["density"] * 0.16:
				walls[Vector2i(c, r)] = true
	start()
	if stage.has("portals"):
		portals = [empty_cell(), empty_cell()]
	food = empty_cell()


func start() -> void:
	body = [Vector2i(5, 8), Vector2i(4, 8), Vector2i(3, 8)]
	way = Vector2i(1, 0)
	turns = []
	clock = 0.0


func empty_cell() -> Vector2i:
	while true:
		var cell = Vector2i(stage.chance.randi_range(0, COLUMNS - 1), stage.chance.randi_range(0, ROWS - 1))
		if not walls.has(cell) and not body.has(cell) and not portals.has(cell):
			return cell
	return Vector2i()


func update(seconds: float) -> void:
	for key in WAYS:
		if stage.hit.has(key) and turns.size() < 2:
			turns.append(WAYS[key])
	if stage.tap != null:
		var to = stage.tap - middle(body[0])
		if absf(to.x) > absf(to.y):
			turns.append(Vector2i(1 if to.x > 0 else -1, 0))
		else:
			turns.append(Vector2i(0, 1 if to.y > 0 else -1))
	clock += seconds
	var quick = mini(20, stage.progress) * 0.02 if stage.has("speed-up") else 0.0
	while clock >= wait * (1 - quick) and stage.scene == "play":
		clock -= wait * (1 - quick)
		step()


func step() -> void:
	if not turns.is_empty():
		var turn = turns.pop_front()
		if turn != -way:
			way = turn
	var head = body[0] + way
	if portals.has(head):
		head = portals[1 - portals.find(head)]
	var outside = head.x < 0 or head.y < 0 or head.x >= COLUMNS or head.y >= ROWS
	if outside or walls.has(head) or body.slice(0, body.size() - 1).has(head):
		start()
		stage.hurt(false, true)
		return
	body.push_front(head)
	if head == food:
		food = empty_cell()
		offer()
		stage.gain(10, 1)
	else:
		body.pop_back()
	extra_left -= 1
	if extra != "" and head == extra_at:
		if extra == "bonus":
			stage.gain(30, 3)
		else:
			body = body.slice(0, maxi(3, body.size() / 2))
		extra = ""
	elif extra_left <= 0:
		extra = ""


func offer() -> void:
	var kinds = []
	for kind in ["bonus", "shrink"]:
		if stage.has(kind):
			kinds.append(kind)
	if extra == "" and not kinds.is_empty() and stage.chance.randf() < 0.3:
		extra = kinds[stage.chance.randi_range(0, kinds.size() - 1)]
		extra_at = empty_cell()
		extra_left = 40


func middle(cell: Vector2i) -> Vector2:
	return Vector2(cell.x * CELL + CELL / 2, stage.TOP + cell.y * CELL + CELL / 2)


func draw(canvas: CanvasItem) -> void:
	var look = stage.look
	canvas.draw_rect(Rect2(0, stage.TOP, COLUMNS * CELL, ROWS * CELL), look["surface"], false, 2)
	for cell in walls:
		canvas.draw_rect(Rect2(middle(cell) - Vector2(14, 14), Vector2(28, 28)), look["surface"])
	for cell in portals:
		canvas.draw_arc(middle(cell), 12, 0, TAU, 24, look["text"], 4)
	Paint.figure(canvas, "apple", middle(food).x, middle(food).y, 11, look["prize"])
	if extra != "":
		Paint.figure(canvas, "star" if extra == "bonus" else "gem", middle(extra_at).x, middle(extra_at).y, 13, look["foe"])
	for i in range(body.size() - 1, 0, -1):
		canvas.draw_circle(middle(body[i]), 13, Paint.shade(look["hero"], 0.75))
	if not stage.blinks():
		Paint.figure(canvas, stage.hero_sprite, middle(body[0]).x, middle(body[0]).y, 15, look["hero"])
