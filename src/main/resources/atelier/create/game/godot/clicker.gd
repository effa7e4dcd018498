## Tap, earn, spend on more.
extends RefCounted

const Paint = preload("res://scripts/paint.gd")
const OFFERS = ["upgrade", "workers"]

var has_exit = false
var stage
var level
var money = 0.0
var earned = 0.0
var each = 1
var workers = 0
var row = 0
var since = 9.0
var bounce = 0.0
var price = {"upgrade": 12.0, "workers": 25.0}
var golden = null
var golden_left = 0.0
var next_golden = 8.0


func setup(on, of: Dictionary) -> void:
	stage = on
	level = of
	stage.goal = int(level["goal"]) * 10


func box(offer: String) -> Rect2:
	return Rect2(660, 124 + 110 * OFFERS.find(offer), 260, 84)


func earn(amount: float) -> void:
	money += amount
	earned += amount
	stage.gain(0, int(earned) - stage.progress)


func update(seconds: float) -> void:
	since += seconds
	bounce = maxf(0, bounce - seconds)
	if workers > 0:
		earn(workers * seconds / level["speed"])
	if stage.tap != null:
		var bought = ""
		for offer in OFFERS:
			if box(offer).has_point(stage.tap):
				bought = offer
		if bought != "":
			buy(bought)
		elif golden != null and golden.distance_to(stage.tap) < 44:
			golden = null
			earn(each * 20)
		else:
			pay()
	if stage.hit.has("action"):
		pay()
	if stage.hit.has("up"):
		buy("upgrade")
	if stage.hit.has("down"):
		buy("workers")
	next_golden -= seconds
	golden_left -= seconds
	if golden_left <= 0:
		golden = null
	if stage.has("golden") and golden == null and next_golden <= 0:
		golden = Vector2(stage.chance.randf_range(80, 560), stage.chance.randf_range(110, 480))
		golden_left = 4.0
		next_golden = 14.0


func pay() -> void:
	row = row + 1 if since < 0.6 else 1
	since = 0.0
	bounce = 0.12
	var amount = each
	if stage.has("combo") and row >= 8:
		amount *= 2
	if stage.has("critical") and stage.chance.randf() < 0.05:
		amount *= 10
	stage.score += 1
	earn(amount)


func buy(offer: String) -> void:
	if money < price[offer]:
		return
	money -= price[offer]
	price[offer] *= 1.35 + 0.1 * level["density"]
	if offer == "upgrade":
		each += 1
	else:
		workers += 1


func draw(canvas: CanvasItem) -> void:
	var look = stage.look
	Paint.figure(canvas, stage.hero_sprite, 320, 300, 90 + 200 * bounce, look["hero"])
	Paint.words(canvas, str(int(money)), 290, stage.TOP + 60, look["prize"], 44)
	for offer in OFFERS:
		var label = offer
		for one in stage.design["mechanics"]:
			if one["id"] == offer:
				label = one["name"]
		var place = box(offer)
		canvas.draw_rect(place, look["surface"])
		if money >= price[offer]:
			canvas.draw_rect(place, look["prize"], false, 3)
		var owned = each - 1 if offer == "upgrade" else workers
		Paint.words(canvas, "%s  x%d" % [label, owned], place.position.x + 16, place.position.y + 32, look["text"])
		Paint.words(canvas, str(ceili(price[offer])), place.position.x + 16, place.position.y + 66, look["prize"])
	if golden != null:
		Paint.figure(canvas, "star", golden.x, golden.y, 30, look["prize"])
