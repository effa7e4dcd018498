## Keep the ball in play and clear the bricks.
extends RefCounted

const Paint = preload("res://scripts/paint.gd")

var has_exit = false
var stage
var bricks = []
var balls = []
var drops = []
var paddle = 480.0
var seen = 480.0
var pace = 300.0
var wide = 0.0
var waiting = true


func setup(on, level: Dictionary) -> void:
	stage = on
	var count = clampi(int(level["goal"]), 8, 60)
	stage.goal = count
	pace = 300.0 * level["speed"]
	for i in range(count):
		var hits = 2 if stage.has("tough-bricks") and stage.chance.randf() < level["density"] * 0.4 else 1
		bricks.append({"box": Rect2(i % 12 * 80 + 3, stage.TOP + 30 + i / 12 * 30, 74, 24), "hits": hits})
	serve()


func serve() -> void:
	balls = [{"at": Vector2(paddle, 490), "way": Vector2(0.35, -0.94)}]
	waiting = true


func width() -> float:
	return 192.0 if wide > 0 else 120.0


func update(seconds: float) -> void:
	var way = stage.way("left", "right")
	paddle += way * 520 * seconds
	if stage.pointer.x != seen:
		seen = stage.pointer.x
		paddle = seen
	wide -= seconds
	paddle = clampf(paddle, width() / 2, stage.WIDTH - width() / 2)
	if waiting:
		balls[0]["at"] = Vector2(paddle, stage.HEIGHT - 48)
		waiting = not (stage.hit.has("action") or stage.hit.has("up") or stage.tap != null)
		return
	var quick = 0.25 * stage.progress / stage.goal if stage.has("speed-up") else 0.0
	for ball in balls.duplicate():
		fly(ball, pace * (1 + quick) * seconds)
		if stage.scene != "play":
			return
	for drop in drops.duplicate():
		drop["at"].y += 130 * seconds
		if drop["at"].y > stage.HEIGHT - 40 and absf(drop["at"].x - paddle) < width() / 2:
			drops.erase(drop)
			take(drop["kind"])
		elif drop["at"].y > stage.HEIGHT:
			drops.erase(drop)
	if balls.is_empty():
		serve()
		stage.hurt(false, true)


func take(kind: String) -> void:
	if kind == "multi-ball" and not balls.is_empty():
		for side in [-0.6, 0.6]:
			balls.append({"at": balls[0]["at"], "way": Vector2(side, -0.8)})
	else:
		wide = 12.0


func fly(ball: Dictionary, far: float) -> void:
	var at = ball["at"] + ball["way"] * far
	var way = ball["way"]
	if at.x < 8:
		way.x = absf(way.x)
	elif at.x > stage.WIDTH - 8:
		way.x = -absf(way.x)
	if at.y < stage.TOP + 8:
		way.y = absf(way.y)
	if way.y > 0 and at.y >= stage.HEIGHT - 48 and at.y <= stage.HEIGHT - 20 and absf(at.x - paddle) < width() / 2 + 8:
		var side = clampf((at.x - paddle) / (width() / 2) * 0.85, -0.85, 0.85)
		way = Vector2(side, -sqrt(1 - side * side))
	var body = Rect2(at.x - 8, at.y - 8, 16, 16)
	for brick in bricks:
		if brick["box"].intersects(body):
			var off = (brick["box"].get_center() - at).abs() / brick["box"].size
			if off.x < off.y:
				way.y = -way.y
			else:
				way.x = -way.x
			crack(brick)
			break
	ball["at"] = at
	ball["way"] = way
	if at.y > stage.HEIGHT + 10:
		balls.erase(ball)


func crack(brick: Dictionary) -> void:
	brick["hits"] -= 1
	if brick["hits"] > 0:
		return
	bricks.erase(brick)
	var kinds = []
	for kind in ["power-ups", "multi-ball"]:
		if stage.has(kind):
			kinds.append(kind)
	if not kinds.is_empty() and stage.chance.randf() < 0.14:
		drops.append({"at": brick["box"].get_center(), "kind": kinds[stage.chance.randi_range(0, kinds.size() - 1)]})
	stage.gain(10, 1)


func draw(canvas: CanvasItem) -> void:
	var look = stage.look
	for brick in bricks:
		canvas.draw_rect(brick["box"], look["foe"] if brick["hits"] == 1 else Paint.shade(look["foe"], 0.6))
	canvas.draw_rect(Rect2(paddle - width() / 2, stage.HEIGHT - 40, width(), 16), look["hero"])
	for drop in drops:
		Paint.figure(canvas, "star" if drop["kind"] == "multi-ball" else "gem", drop["at"].x, drop["at"].y, 11, look["prize"])
	for ball in balls:
		canvas.draw_circle(ball["at"], 8, look["prize"])
