## Bring down what comes, dodge the rest.
extends RefCounted

const Paint = preload("res://scripts/paint.gd")

var has_exit = false
var stage
var level
var hero = Vector2(480, 480)
var shots = []
var foes = []
var bolts = []
var prizes = []
var reload = 0.0
var next = 0.5
var double = 0.0
var time = 0.0
var shield = 0.0


func setup(on, of: Dictionary) -> void:
	stage = on
	level = of
	shield = 1.0 if stage.has("shield") else 0.0


func update(seconds: float) -> void:
	time += seconds
	reload -= seconds
	double -= seconds
	if stage.has("shield"):
		shield = minf(1, shield + seconds / 12)
	hero += Vector2(stage.way("left", "right"), stage.way("up", "down")) * 330 * seconds
	hero.x = clampf(hero.x, 20, stage.WIDTH - 20)
	hero.y = clampf(hero.y, stage.TOP + 200, stage.HEIGHT - 24)
	if (stage.is_held("action") or stage.hit.has("action") or stage.tap != null) and reload <= 0:
		reload = 0.22
		for side in [-12.0, 12.0] if double > 0 else [0.0]:
			shots.append(hero + Vector2(side, -20))
	next -= seconds
	if next <= 0 and foes.size() < 14:
		next = (1.5 - level["density"]) / level["speed"]
		var weave = 180.0 if stage.has("zigzag") and stage.chance.randf() < 0.4 else 0.0
		foes.append({"at": Vector2(stage.chance.randf_range(60, 900), stage.TOP - 20), "weave": weave, "phase": stage.chance.randf_range(0, 6)})
	move(seconds)


func move(seconds: float) -> void:
	for i in range(shots.size()):
		shots[i] += Vector2(0, -560 * seconds)
	for foe in foes.duplicate():
		foe["at"] += Vector2(cos(time * 3 + foe["phase"]) * foe["weave"], 75.0 * level["speed"]) * seconds
		if stage.has("return-fire") and stage.chance.randf() < 0.25 * level["speed"] * seconds:
			bolts.append(foe["at"] + Vector2(0, 16))
		for shot in shots.duplicate():
			if shot.distance_to(foe["at"]) < 24 and foes.has(foe):
				shots.erase(shot)
				foes.erase(foe)
				if stage.has("power-ups") and stage.chance.randf() < 0.12:
					prizes.append(foe["at"])
				stage.gain(10, 1)
		if foes.has(foe) and foe["at"].distance_to(hero) < 34:
			foes.erase(foe)
			struck()
		elif foe["at"].y > stage.HEIGHT + 20:
			stage.score = maxi(0, stage.score - 5)
			foes.erase(foe)
	for i in range(bolts.size() - 1, -1, -1):
		bolts[i] += Vector2(0, 230.0 * level["speed"] * seconds)
		if bolts[i].distance_to(hero) < 20:
			bolts.remove_at(i)
			struck()
		elif bolts[i].y > stage.HEIGHT:
			bolts.remove_at(i)
	for i in range(prizes.size() - 1, -1, -1):
		prizes[i] += Vector2(0, 110 * seconds)
		if prizes[i].distance_to(hero) < 30:
			prizes.remove_at(i)
			double = 9.0
		elif prizes[i].y > stage.HEIGHT:
			prizes.remove_at(i)
	shots = shots.filter(func(one): return one.y > stage.TOP)


func struck() -> void:
	if shield >= 1:
		shield = 0.0
		stage.safe = maxf(stage.safe, 0.6)
	else:
		stage.hurt()


func draw(canvas: CanvasItem) -> void:
	var look = stage.look
	for i in range(40):
		canvas.draw_rect(Rect2(i * 97 % 960, (i * 61 + int(time * 40)) % 540, 2, 2), look["text"])
	for shot in shots:
		canvas.draw_circle(shot, 4, look["prize"])
	for bolt in bolts:
		canvas.draw_circle(bolt, 5, look["foe"])
	for prize in prizes:
		Paint.figure(canvas, "star", prize.x, prize.y, 12, look["prize"])
	for foe in foes:
		Paint.figure(canvas, stage.foe_sprite, foe["at"].x, foe["at"].y, 18, look["foe"])
	if not stage.blinks():
		Paint.figure(canvas, stage.hero_sprite, hero.x, hero.y, 18, look["hero"])
	if shield >= 1:
		canvas.draw_arc(hero, 28, 0, TAU, 32, look["prize"], 3)
