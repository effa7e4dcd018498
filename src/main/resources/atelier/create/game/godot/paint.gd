## Figures and words, drawn by code.
extends RefCounted

const EARS = ["cat", "dog", "rabbit", "dragon", "fox", "mouse", "bear", "lion", "pig", "cow", "sheep", "horse", "unicorn", "elephant", "monkey", "dino", "bat", "owl"]
const WINGS = ["bee", "bug", "bird", "butterfly", "bat", "owl", "penguin", "spider", "crab", "turtle"]
const PLAIN = ["ball", "coin", "apple", "rock", "flower"]


static func shade(color: Color, share: float) -> Color:
	return Color(minf(1.0, color.r * share), minf(1.0, color.g * share), minf(1.0, color.b * share))


static func words(canvas: CanvasItem, text: String, x: float, y: float, color: Color, size: int = 20) -> void:
	canvas.draw_string(ThemeDB.fallback_font, Vector2(x, y), text, HORIZONTAL_ALIGNMENT_LEFT, -1, size, color)


static func block(canvas: CanvasItem, text: String, x: float, y: float, width: float, color: Color, size: int = 20) -> void:
	canvas.draw_multiline_string(ThemeDB.fallback_font, Vector2(x, y), text, HORIZONTAL_ALIGNMENT_CENTER, width, size, -1, color)


static func star(x: float, y: float, r: float, points: int, inner: float) -> PackedVector2Array:
	var corners = PackedVector2Array()
	for i in range(points):
		var far = r if i % 2 == 0 else r * inner
		var angle = i * TAU / points
		corners.append(Vector2(x + sin(angle) * far, y - cos(angle) * far))
	return corners


static func triangle(canvas: CanvasItem, a: Vector2, b: Vector2, c: Vector2, color: Color) -> void:
	canvas.draw_colored_polygon(PackedVector2Array([a, b, c]), color)


## A figure of about r pixels around its middle.
static func figure(canvas: CanvasItem, kind: String, x: float, y: float, r: float, color: Color) -> void:
	var dark = shade(color, 0.45)
	if kind == "heart":
		canvas.draw_circle(Vector2(x - r / 2, y - r / 4), r / 2 + 1, color)
		canvas.draw_circle(Vector2(x + r / 2, y - r / 4), r / 2 + 1, color)
		triangle(canvas, Vector2(x - r, y), Vector2(x + r, y), Vector2(x, y + r), color)
	elif kind == "star":
		canvas.draw_colored_polygon(star(x, y, r, 10, 0.55), color)
	elif kind == "gem":
		canvas.draw_colored_polygon(star(x, y, r, 6, 0.9), color)
	elif kind == "rocket" or kind == "ship":
		triangle(canvas, Vector2(x, y - r), Vector2(x + r, y + r), Vector2(x - r, y + r), color)
		canvas.draw_circle(Vector2(x, y + r / 4), r / 3, dark)
	elif kind == "car" or kind == "tank" or kind == "robot":
		canvas.draw_rect(Rect2(x - r, y - r * 0.75, 2 * r, r * 1.5), color)
		var low = -r * 0.25 if kind == "robot" else r * 0.75
		canvas.draw_circle(Vector2(x - r / 2, y + low), r / 4, dark)
		canvas.draw_circle(Vector2(x + r / 2, y + low), r / 4, dark)
	elif kind == "tree":
		canvas.draw_rect(Rect2(x - r / 5, y, r * 0.4, r), dark)
		triangle(canvas, Vector2(x, y - r), Vector2(x + r, y + r / 2), Vector2(x - r, y + r / 2), color)
	else:
		creature(canvas, kind, x, y, r, color)


static func creature(canvas: CanvasItem, kind: String, x: float, y: float, r: float, color: Color) -> void:
	var dark = shade(color, 0.45)
	for side in [-1.0, 1.0]:
		if EARS.has(kind):
			triangle(canvas, Vector2(x + side * r, y), Vector2(x + side * r * 0.75, y - r * 1.5), Vector2(x + side * r / 4, y - r / 2), color)
		if WINGS.has(kind):
			canvas.draw_circle(Vector2(x + side * r * 0.75, y - r / 2), r / 2, shade(color, 1.4))
	if kind == "knight" or kind == "wizard":
		triangle(canvas, Vector2(x - r, y - r / 3), Vector2(x + r, y - r / 3), Vector2(x, y - r * 2), dark)
	canvas.draw_circle(Vector2(x, y), r, color)
	if kind == "coin":
		canvas.draw_circle(Vector2(x, y), r * 0.6, dark)
	if PLAIN.has(kind):
		return
	for side in [-1.0, 1.0]:
		canvas.draw_circle(Vector2(x + side * r * 0.4, y - r / 5), maxf(2, r / 3), Color.WHITE)
		canvas.draw_circle(Vector2(x + side * r * 0.4, y - r / 5), maxf(1, r / 6), Color(0.08, 0.08, 0.12))
