## What a game is played on: levels, lives, score, input. The rules of this kind of game stand in rules.gd, an object with
## `setup(stage, level)`, `update(seconds)`, `draw(canvas)` and `has_exit`.
extends Node2D

const Paint = preload("res://scripts/paint.gd")
const Rules = preload("res://scripts/rules.gd")
const WIDTH = 960.0
const HEIGHT = 540.0
const TOP = 44.0
const KEYS = {
	KEY_LEFT: "left", KEY_A: "left", KEY_RIGHT: "right", KEY_D: "right", KEY_UP: "up", KEY_W: "up", KEY_DOWN: "down", KEY_S: "down",
	KEY_SPACE: "action", KEY_ENTER: "action", KEY_X: "extra", KEY_SHIFT: "extra",
}

var design = {}
var levels = []
var look = {}
var mechanics = []
var hero_sprite = "person"
var foe_sprite = "slime"
var index = 0
var score = 0
var lives = 3
var progress = 0
var goal = 1
var safe = 0.0
var scene = "title"
var rules = null
var chance = RandomNumberGenerator.new()
var held = {}
var hit = {}
var tap = null
var pointer = Vector2(480, 270)


func _ready() -> void:
	design = JSON.parse_string(FileAccess.get_file_as_string("res://design.json"))
	levels = design["levels"]
	for key in design["look"]:
		look[key] = Color(design["look"][key])
	for one in design["mechanics"]:
		mechanics.append(one["id"])
	hero_sprite = design["protagonist"]["sprite"]
	for one in design["others"]:
		if one["role"] == "foe":
			foe_sprite = one["sprite"]
			break
	RenderingServer.set_default_clear_color(look["background"])


## What the game says by itself, in its language.
func word(key: String, values: Dictionary = {}) -> String:
	return str(design["words"].get(key, key)).format(values)


func has(mechanic: String) -> bool:
	return mechanics.has(mechanic)


func level() -> Dictionary:
	return levels[index]


func begin() -> void:
	chance.seed = int(design["seed"]) * 1000 + index
	progress = 0
	goal = int(level()["goal"])
	safe = 1.5
	scene = "play"
	rules = Rules.new()
	rules.setup(self, level())


func passed() -> void:
	if scene == "play":
		score += 100 * int(level()["number"])
		scene = "won" if index == levels.size() - 1 else "passed"


func gain(points: int, steps: int) -> void:
	score += points
	progress += steps
	if progress >= goal and not rules.has_exit:
		passed()


## A life is lost, unless one was lost a moment ago; `again` starts the level anew.
func hurt(again: bool = false, always: bool = false) -> bool:
	if scene != "play" or (safe > 0 and not always):
		return false
	lives -= 1
	safe = 1.5
	if lives <= 0:
		scene = "over"
	elif again:
		begin()
	return true


func blinks() -> bool:
	return safe > 0 and int(safe * 10) % 2 == 1


func shuffled(list: Array) -> Array:
	for i in range(list.size() - 1, 0, -1):
		var other = chance.randi_range(0, i)
		var kept = list[i]
		list[i] = list[other]
		list[other] = kept
	return list


func confirm() -> void:
	if scene == "paused":
		scene = "play"
		return
	if scene == "passed":
		index += 1
	elif scene == "over" or scene == "won":
		index = 0 if scene == "won" else index
		score = 0
		lives = 3
	begin()


func _unhandled_input(event: InputEvent) -> void:
	if event is InputEventKey and KEYS.has(event.keycode):
		var key = KEYS[event.keycode]
		if event.pressed and not event.echo:
			hit[key] = true
		held[key] = event.pressed
	elif event is InputEventKey and event.pressed and not event.echo and event.keycode == KEY_P and scene in ["play", "paused"]:
		scene = "paused" if scene == "play" else "play"
	elif event is InputEventMouseMotion:
		pointer = event.position
	elif event is InputEventMouseButton and event.pressed and event.button_index == MOUSE_BUTTON_LEFT:
		pointer = event.position
		tap = event.position


func is_held(key: String) -> bool:
	return held.get(key, false)


func way(low: String, high: String) -> float:
	return float(is_held(high)) - float(is_held(low))


func _process(delta: float) -> void:
	var seconds = minf(delta, 0.05)
	if scene == "play":
		safe = maxf(0, safe - seconds)
		rules.update(seconds)
	elif hit.has("action") or tap != null:
		confirm()
	hit.clear()
	tap = null
	queue_redraw()


func _draw() -> void:
	if rules != null and scene != "title":
		rules.draw(self)
		draw_rect(Rect2(0, 0, WIDTH, TOP), look["surface"])
		Paint.words(self, "%d  %s" % [int(level()["number"]), level()["name"]], 16, 30, look["text"])
		Paint.words(self, "%d / %d     %d" % [mini(progress, goal), goal, score], WIDTH - 320, 30, look["text"])
		for life in range(maxi(0, lives)):
			Paint.figure(self, "heart", WIDTH - 120 + life * 26, TOP / 2, 10, look["prize"])
	if scene != "play":
		card()


func card() -> void:
	var title = design["title"]
	var text = design["story"]["premise"]
	if scene == "passed":
		var next = levels[index + 1]
		title = word("passed", {"n": int(level()["number"])})
		text = "%s: %s" % [next["name"], next["objective"]]
		for act in design["story"]["acts"]:
			if int(act["firstLevel"]) == index + 2:
				text = "%s. %s\n%s" % [act["title"], act["summary"], text]
	elif scene == "over":
		title = word("once")
		text = level()["objective"]
	elif scene == "won":
		title = word("won")
		text = design["story"]["acts"][-1]["summary"]
	elif scene == "paused":
		title = word("paused")
		text = level()["objective"]
	draw_rect(Rect2(120, 100, WIDTH - 240, HEIGHT - 190), look["surface"])
	Paint.block(self, title, 140, 160, WIDTH - 280, look["prize"], 36)
	Paint.block(self, text, 160, 260, WIDTH - 320, look["text"], 20)
	Paint.block(self, word("ready"), 140, HEIGHT - 120, WIDTH - 280, look["prize"], 20)
