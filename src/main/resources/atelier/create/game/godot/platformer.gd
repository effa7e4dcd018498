## Run and jump to the door. Ground in stretches, gaps no wider than a jump.
extends RefCounted

const Paint = preload("res://scripts/paint.gd")
const GROUND = 470.0

var has_exit = true
var stage
var grounds = []
var spikes = []
var foes = []
var prizes = []
var door = Rect2()
var hero = Rect2()
var fall = 0.0
var jumps = 0
var dash = 0.0


func setup(on, level: Dictionary) -> void:
	stage = on
	var x = -200.0
	var last = 0.0
	for stretch in range(6 + int(level["number"]) / 3):
		var width = float(stage.chance.randi_range(380, 620))
		grounds.append(Rect2(x, GROUND, width, 200))
		if stretch > 0:
			var ledge = Rect2(x + width / 3, GROUND - 105, 150, 20)
			grounds.append(ledge)
			prizes.append(Vector2(ledge.position.x + 30, ledge.position.y - 26))
			prizes.append(Vector2(ledge.position.x + 120, ledge.position.y - 26))
			prizes.append(Vector2(x + 60, GROUND - 26))
			if stage.chance.randf() < 0.35 + level["density"]:
				foes.append({"x": x + width - 60, "from": x + 20, "to": x + width - 20, "pace": -70.0 * level["speed"]})
			if stage.has("spikes") and stage.chance.randf() < level["density"]:
				spikes.append(Rect2(x + width / 2, GROUND - 16, 40, 16))
		last = x + width
		x = last + stage.chance.randi_range(70, 110) * minf(1.3, level["speed"])
	door = Rect2(last - 90, GROUND - 70, 46, 70)
	stage.goal = mini(int(level["goal"]), prizes.size())
	back()


func back() -> void:
	hero = Rect2(0, GROUND - 60, 30, 40)
	fall = 0.0
	jumps = 0


func update(seconds: float) -> void:
	var way = stage.way("left", "right")
	if stage.has("dash") and stage.hit.has("extra") and dash < -0.8:
		dash = 0.22
	dash -= seconds
	hero.position.x += way * 250 * (2.4 if dash > 0 else 1.0) * seconds
	for ground in grounds:
		if ground.size.y > 30 and hero.intersects(ground):
			hero.position.x = ground.position.x - hero.size.x if way > 0 else ground.end.x
	var most = 2 if stage.has("double-jump") else 1
	if (stage.hit.has("up") or stage.hit.has("action") or stage.tap != null) and jumps < most:
		fall = -640.0
		jumps += 1
	var before = hero.end.y
	fall = minf(900, fall + 1700 * seconds)
	hero.position.y += fall * seconds
	for ground in grounds:
		if fall >= 0 and before <= ground.position.y + 12 and hero.intersects(ground):
			hero.position.y = ground.position.y - hero.size.y
			fall = 0.0
			jumps = 0
	meet(seconds, before)


func meet(seconds: float, before: float) -> void:
	for prize in prizes.duplicate():
		if hero.grow(12).has_point(prize):
			prizes.erase(prize)
			stage.gain(10, 1)
	for foe in foes.duplicate():
		foe["x"] += foe["pace"] * seconds
		if foe["x"] < foe["from"] or foe["x"] > foe["to"]:
			foe["pace"] = -foe["pace"]
			foe["x"] = clampf(foe["x"], foe["from"], foe["to"])
		var body = Rect2(foe["x"] - 16, GROUND - 34, 32, 34)
		if hero.intersects(body):
			if fall > 0 and before <= body.position.y + 16:
				foes.erase(foe)
				fall = -380.0
				stage.score += 25
			elif stage.hurt():
				back()
	for spike in spikes:
		if hero.intersects(spike) and stage.hurt():
			back()
	if hero.position.y > 560:
		back()
		stage.hurt(false, true)
	if stage.progress >= stage.goal and hero.intersects(door):
		stage.passed()


func draw(canvas: CanvasItem) -> void:
	var look = stage.look
	var shift = Vector2(320 - hero.position.x, 0)
	for ground in grounds:
		canvas.draw_rect(Rect2(ground.position + shift, ground.size), look["surface"])
		canvas.draw_rect(Rect2(ground.position + shift, Vector2(ground.size.x, 4)), look["prize"])
	for spike in spikes:
		for part in range(3):
			var left = spike.position + shift + Vector2(part * 13, 16)
			Paint.triangle(canvas, left, left + Vector2(6, -16), left + Vector2(13, 0), look["foe"])
	var open = stage.progress >= stage.goal
	canvas.draw_rect(Rect2(door.position + shift, door.size), look["prize"] if open else Paint.shade(look["prize"], 0.4))
	for prize in prizes:
		Paint.figure(canvas, "star", prize.x + shift.x, prize.y, 12, look["prize"])
	for foe in foes:
		Paint.figure(canvas, stage.foe_sprite, foe["x"] + shift.x, GROUND - 18, 17, look["foe"])
	if not stage.blinks():
		Paint.figure(canvas, stage.hero_sprite, hero.get_center().x + shift.x, hero.get_center().y, 18, look["hero"])
