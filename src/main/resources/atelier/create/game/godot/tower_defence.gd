## Build towers beside the road and hold against every wave.
extends RefCounted

const Paint = preload("res://scripts/paint.gd")
const CELL = 60.0
const COLUMNS = 16
const ROWS = 8
const COST = 50
const WAYS = {"left": Vector2i(-1, 0), "right": Vector2i(1, 0), "up": Vector2i(0, -1), "down": Vector2i(0, 1)}

var has_exit = false
var stage
var level
var road = []
var towers = {}
var foes = []
var shots = []
var gold = 150
var base = 10
var coming = 0
var wait = 4.0
var next = 0.0
var cursor = Vector2i(8, 0)


func setup(on, of: Dictionary) -> void:
	stage = on
	level = of
	var row = stage.chance.randi_range(1, ROWS - 2)
	for column in range(COLUMNS):
		road.append(Vector2i(column, row))
		if column % 3 == 2 and column < COLUMNS - 1:
			var to = stage.chance.randi_range(1, ROWS - 2)
			while row != to:
				row += 1 if to > row else -1
				road.append(Vector2i(column, row))


func middle(cell: Vector2i) -> Vector2:
	return Vector2(cell.x * CELL + CELL / 2, stage.TOP + cell.y * CELL + CELL / 2)


func update(seconds: float) -> void:
	for key in WAYS:
		if stage.hit.has(key):
			cursor = (cursor + WAYS[key]).clamp(Vector2i.ZERO, Vector2i(COLUMNS - 1, ROWS - 1))
	if stage.tap != null and stage.tap.y > stage.TOP:
		cursor = Vector2i((stage.tap - Vector2(0, stage.TOP)) / CELL).clamp(Vector2i.ZERO, Vector2i(COLUMNS - 1, ROWS - 1))
	if stage.tap != null or stage.hit.has("action"):
		build(cursor)
	send(seconds)
	for foe in foes.duplicate():
		walk(foe, seconds)
	for cell in towers:
		fire(towers[cell], seconds)
	for shot in shots:
		shot["left"] -= seconds
	shots = shots.filter(func(one): return one["left"] > 0)
	if base <= 0:
		stage.hurt(true, true)


func build(cell: Vector2i) -> void:
	if towers.has(cell):
		var tower = towers[cell]
		var price = COST * (tower["rank"] + 1)
		if stage.has("upgrade") and tower["rank"] < 3 and gold >= price:
			gold -= price
			tower["rank"] += 1
	elif gold >= COST and not road.has(cell):
		gold -= COST
		towers[cell] = {"at": middle(cell), "rank": 1, "reload": 0.0}


func send(seconds: float) -> void:
	if coming == 0 and foes.is_empty():
		wait -= seconds
		var early = stage.hit.has("extra") and stage.has("call-wave")
		if wait <= 0 or early:
			gold += 20 if early else 0
			coming = 4 + int((stage.progress + 1) * (0.6 + level["density"]))
			wait = 4.0
	next -= seconds
	if coming > 0 and next <= 0:
		coming -= 1
		next = 0.8 / level["speed"]
		var strong = 2 if stage.has("armour") and coming % 4 == 3 else 1
		foes.append({"at": middle(road[0]) - Vector2(CELL, 0), "to": 0, "strong": strong, "health": (16 + 7 * stage.progress) * strong})


func walk(foe: Dictionary, seconds: float) -> void:
	var to = middle(road[foe["to"]])
	foe["at"] = foe["at"].move_toward(to, 62.0 * level["speed"] * seconds)
	if foe["at"] == to:
		foe["to"] += 1
		if foe["to"] == road.size():
			foes.erase(foe)
			base -= foe["strong"]
			ended()


func ended() -> void:
	if coming == 0 and foes.is_empty() and base > 0:
		stage.gain(0, 1)


func fire(tower: Dictionary, seconds: float) -> void:
	tower["reload"] -= seconds
	if tower["reload"] > 0:
		return
	var target = null
	for foe in foes:
		var near = foe["at"].distance_to(tower["at"]) < 130 + 20 * tower["rank"]
		if near and (target == null or foe["to"] > target["to"]):
			target = foe
	if target == null:
		return
	tower["reload"] = 0.6
	target["health"] -= 6 * tower["rank"]
	shots.append({"from": tower["at"], "to": target["at"], "left": 0.08})
	if target["health"] <= 0:
		foes.erase(target)
		gold += 8 * target["strong"]
		stage.score += 10
		ended()


func draw(canvas: CanvasItem) -> void:
	var look = stage.look
	for cell in road:
		canvas.draw_rect(Rect2(middle(cell) - Vector2(30, 30), Vector2(60, 60)), look["surface"])
	canvas.draw_rect(Rect2(middle(cursor) - Vector2(28, 28), Vector2(56, 56)), look["text"], false, 2)
	for cell in towers:
		Paint.figure(canvas, stage.hero_sprite, towers[cell]["at"].x, towers[cell]["at"].y, 14 + 4 * towers[cell]["rank"], look["hero"])
	for foe in foes:
		Paint.figure(canvas, stage.foe_sprite, foe["at"].x, foe["at"].y, 12 + 4 * foe["strong"], look["foe"])
	for shot in shots:
		canvas.draw_line(shot["from"], shot["to"], look["prize"], 3)
	var end = middle(road[-1])
	Paint.figure(canvas, "heart", end.x, end.y, 20, look["prize"])
	Paint.words(canvas, "%s %d   %s %d   %s %d" % [stage.word("gold"), gold, stage.word("tower"), COST, stage.word("base"), maxi(0, base)], 16, stage.HEIGHT - 12, look["text"])
