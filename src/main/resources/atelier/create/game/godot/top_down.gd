## Gather the prizes of a room, keep away from pursuers, leave by the door.
extends RefCounted

const Paint = preload("res://scripts/paint.gd")
const CELL = 40.0

var has_exit = true
var stage
var walls = []
var prizes = []
var hearts = []
var foes = []
var door = Vector2()
var hero = Vector2(60, 104)
var swing = 0.0
var hunt = 75.0


func setup(on, level: Dictionary) -> void:
	stage = on
	hunt = 75.0 * level["speed"]
	stage.goal = int(level["goal"])
	var spots = []
	for c in range(24):
		for r in range(12):
			var at = Vector2(c * CELL + CELL / 2, stage.TOP + r * CELL + CELL / 2)
			# Blocks stand on every other cell only, so that no way is ever closed.
			if c % 2 == 1 and r % 2 == 1 and c + r > 4 and stage.chance.randf() < level["density"]:
				walls.append(Rect2(at.x - 19, at.y - 19, 38, 38))
			elif c + r > 4:
				spots.append(at)
	stage.shuffled(spots)
	for i in range(stage.goal + 2):
		prizes.append(spots.pop_back())
	if stage.has("heal"):
		hearts.append(spots.pop_back())
	door = spots.pop_back()
	for i in range(2 + int(level["density"] * 5)):
		var at = spots.pop_back()
		while at.x < 480:
			at = spots.pop_back()
		foes.append({"at": at, "stunned": 0.0})


func walk(from: Vector2, by: Vector2) -> Vector2:
	var to = from
	for step in [Vector2(by.x, 0), Vector2(0, by.y)]:
		var next = to + step
		next.x = clampf(next.x, 14, stage.WIDTH - 14)
		next.y = clampf(next.y, stage.TOP + 14, stage.HEIGHT - 14)
		var body = Rect2(next.x - 13, next.y - 13, 26, 26)
		var clear = true
		for wall in walls:
			if body.intersects(wall):
				clear = false
		if clear:
			to = next
	return to


func update(seconds: float) -> void:
	var way = Vector2(stage.way("left", "right"), stage.way("up", "down"))
	hero = walk(hero, way.normalized() * 190 * seconds)
	swing -= seconds
	if stage.has("strike") and stage.hit.has("action") and swing < -0.3:
		swing = 0.2
	for foe in foes:
		var to = hero - foe["at"]
		foe["stunned"] = maxf(0, foe["stunned"] - seconds)
		if swing > 0 and to.length() < 75:
			foe["stunned"] = 1.2
			foe["at"] = walk(foe["at"], -to.normalized() * 400 * seconds)
		elif to.length() < 300 and foe["stunned"] <= 0:
			foe["at"] = walk(foe["at"], to.normalized() * hunt * seconds)
		if to.length() < 28 and foe["stunned"] <= 0:
			stage.hurt()
	for prize in prizes.duplicate():
		if prize.distance_to(hero) < 28:
			prizes.erase(prize)
			stage.gain(10, 1)
	for heart in hearts.duplicate():
		if heart.distance_to(hero) < 28:
			hearts.erase(heart)
			stage.lives = mini(5, stage.lives + 1)
	if stage.progress >= stage.goal and door.distance_to(hero) < 26:
		stage.passed()


func draw(canvas: CanvasItem) -> void:
	var look = stage.look
	for wall in walls:
		canvas.draw_rect(wall, look["surface"])
	var open = stage.progress >= stage.goal
	canvas.draw_rect(Rect2(door.x - 18, door.y - 18, 36, 36), look["prize"] if open else Paint.shade(look["prize"], 0.4))
	for prize in prizes:
		Paint.figure(canvas, "gem", prize.x, prize.y, 11, look["prize"])
	for heart in hearts:
		Paint.figure(canvas, "heart", heart.x, heart.y, 12, look["foe"])
	for foe in foes:
		var tint = Paint.shade(look["foe"], 0.5 if foe["stunned"] > 0 else 1.0)
		Paint.figure(canvas, stage.foe_sprite, foe["at"].x, foe["at"].y, 15, tint)
	if swing > 0:
		canvas.draw_arc(hero, 60, 0, TAU, 32, look["prize"], 3)
	if not stage.blinks():
		Paint.figure(canvas, stage.hero_sprite, hero.x, hero.y, 16, look["hero"])
