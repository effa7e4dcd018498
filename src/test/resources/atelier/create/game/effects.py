"""Shows the effect of every mechanic of one kind of game: run in a project's folder, it prints the ids it has seen at work."""
import json
import os
import sys

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
sys.path.insert(0, os.getcwd())
from game import stage as staging

STEP = 1 / 60
seen = []


def fresh(level=12, without=()):
    """A level that has begun, with every mechanic of the design but some."""
    design = json.load(open("design.json", encoding="utf-8"))
    design["mechanics"] = [one for one in design["mechanics"] if one["id"] not in without]
    made = staging.Stage(design, level)
    made.begin()
    made.safe = 0
    return made, made.play


def run(made, frames, held=(), hit=(), tap=None):
    for frame in range(frames):
        made.held = set(held)
        made.hit = set(hit) if frame == 0 else set()
        made.tap = tap if frame == 0 else None
        made.update(STEP)


def shows(mechanic, works):
    if works:
        seen.append(mechanic)
    else:
        print("no effect:", mechanic)


def platformer():
    s, p = fresh()
    p.foes.clear()
    run(s, 40)
    floor, x = p.hero.bottom, p.hero.x
    run(s, 12, held={"up"}, hit={"up"})
    shows("jump", p.hero.bottom < floor - 60)
    one = fresh(without={"double-jump"})
    for made, play in ((s, p), one):
        play.start()
        run(made, 40)
        for _ in range(2):
            run(made, 20, held={"up"}, hit={"up"})
    shows("double-jump", p.hero.bottom < one[1].hero.bottom - 40)
    p.start()
    p.prizes.append(p.hero.center)
    run(s, 1)
    shows("collect", s.progress == 1)
    p.start()
    p.foes.append([p.hero.centerx, -100, 400, 0])
    run(s, 40)
    shows("patrol", s.lives == 3 and s.score > 10)  # landed on it
    p.start()
    run(s, 40)
    p.foes.append([p.hero.centerx, -100, 400, 0])
    run(s, 1)
    shows("lives", s.lives == 2 and p.hero.x == 0)
    s, p = fresh()
    p.foes.clear()
    run(s, 40)
    x = p.hero.x
    run(s, 10, held={"right"})
    walked, x = p.hero.x - x, p.hero.x
    p.dash = -1
    run(s, 10, held={"right"}, hit={"extra"})
    shows("dash", p.hero.x - x > walked * 1.5)
    mover = p.movers[0]
    p.hero.midbottom = (mover[0].centerx, mover[0].top)
    p.fall = 0
    at = mover[0].x, p.hero.x
    run(s, 30)
    shows("moving-platforms", abs(mover[0].x - at[0]) > 10 and abs((p.hero.x - at[1]) - (mover[0].x - at[0])) <= 2)
    s.safe, lives = 0, s.lives
    p.start()
    run(s, 40)
    p.spikes.append(p.hero.copy())
    run(s, 1)
    shows("spikes", s.lives == lives - 1)
    p.spikes.clear()
    p.hero.center = p.door.center
    run(s, 1)
    closed = s.scene == "play"
    s.progress = s.goal
    p.hero.center = p.door.center
    run(s, 1)
    shows("exit", closed and s.scene in ("passed", "won"))


def top_down():
    s, p = fresh()
    p.foes.clear()
    x, y = p.hero
    run(s, 6, held={"right", "down"})
    shows("walk", p.hero[0] > x and p.hero[1] > y)
    p.prizes.append(tuple(p.hero))
    run(s, 1)
    shows("collect", s.progress == 1)
    walls, p.walls = p.walls, []
    p.foes.append([p.hero[0] + 150, p.hero[1], 0.0])
    run(s, 20)
    p.walls = walls
    shows("chase", p.foes[0][0] < p.hero[0] + 149)
    p.foes[:] = [[p.hero[0], p.hero[1], 0.0]]
    run(s, 1)
    shows("lives", s.lives == 2)
    p.hearts.append(tuple(p.hero))
    p.foes.clear()
    run(s, 1)
    shows("heal", s.lives == 3)
    p.foes[:] = [[p.hero[0] + 40, p.hero[1], 0.0]]
    p.swing = -1
    run(s, 12, hit={"action"})
    shows("strike", p.foes[0][2] > 0)
    p.foes.clear()
    gate, walls = p.gate, len(p.walls)
    p.hero[:] = p.key
    run(s, 1)
    shows("key", len(p.walls) == walls - 1 and gate not in p.walls)
    s.draw()
    dark = s.screen.get_at((int(p.hero[0] + 500) % 960, 500))
    s.mechanics.discard("fog")
    s.draw()
    shows("fog", sum(dark[:3]) < sum(s.screen.get_at((int(p.hero[0] + 500) % 960, 500))[:3]))
    p.hero[:] = p.door.center
    run(s, 1)
    closed = s.scene == "play"
    s.progress = s.goal
    run(s, 1)
    shows("exit", closed and s.scene in ("passed", "won"))


def snake():
    s, p = fresh()
    p.hunter = None
    p.walls.clear()

    def bite(cell_of):
        head = (p.body[0][0] + p.way[0], p.body[0][1] + p.way[1])
        cell_of(head)
        p.step()
    long, wait = len(p.body), p.wait
    bite(lambda head: setattr(p, "food", head))
    shows("grow", len(p.body) == long + 1)
    shows("collect", s.progress == 1)
    slow, quick = fresh(), fresh(without={"speed-up"})
    for made, play in (slow, quick):
        play.walls.clear()
        play.hunter = None
        made.progress = 6
        run(made, 60)
    shows("speed-up", slow[1].count > quick[1].count)
    bite(lambda head: setattr(p, "extra", ("bonus", head)) or setattr(p, "extra_left", 9))
    shows("bonus", s.progress == 4)
    p.body += [(0, 0)] * 8
    long = len(p.body)
    bite(lambda head: setattr(p, "extra", ("shrink", head)) or setattr(p, "extra_left", 9))
    shows("shrink", len(p.body) <= long // 2 + 1)
    bite(lambda head: p.portals.__setitem__(0, head) or p.portals.__setitem__(1, (20, 2)))
    shows("portals", p.body[0] == (20, 2))
    s.goal = 99
    bite(p.walls.add)
    shows("walls", p.body[0][0] == 5)
    shows("lives", s.lives == 2)
    cell = p.hunter = (25, 3)
    p.walls.clear()
    p.hunt()
    moved = p.hunter != cell
    bite(lambda head: setattr(p, "hunter", head) or setattr(p, "count", 0))
    shows("hunter", moved and s.lives == 1)


def breakout():
    s, p = fresh()
    x = p.paddle
    run(s, 10, held={"right"})
    shows("paddle", p.paddle > x)
    run(s, 2, hit={"action"})
    bricks = len(p.bricks)
    p.bricks[0][1] = 1
    p.crack(p.bricks[0])
    shows("bricks", len(p.bricks) == bricks - 1 and s.progress == 1)
    p.bricks[0][1] = 2
    p.crack(p.bricks[0])
    shows("tough-bricks", len(p.bricks) == bricks - 1 and any(one[1] == 2 for one in fresh()[1].bricks))
    ways = []
    for side in (-40, 40):
        p.balls = [[p.paddle + side, 500.0, 0.0, 1.0]]
        p.fly(p.balls[0], 1, 120)
        ways.append(p.balls[0][2])
    shows("angle", ways[0] < -0.3 and ways[1] > 0.3)
    plain = fresh(without={"speed-up"})
    for made, play in ((s, p), plain):
        play.waiting, play.balls, made.progress = False, [[480.0, 300.0, 0.0, 1.0]], made.goal - 1
        run(made, 5)
    shows("speed-up", p.balls[0][1] > plain[1].balls[0][1])
    p.gain("power-ups")
    shows("power-ups", p.wide > 0)
    p.gain("multi-ball")
    shows("multi-ball", len(p.balls) == 3)
    high = p.bricks[0][0].y
    for _ in range(700):
        p.balls = [[480.0, 400.0, 0.0, 0.01]]
        run(s, 1)
    shows("descend", p.bricks[0][0].y > high and max(one[0].bottom for one in p.bricks) < 400)
    p.balls = [[480.0, 560.0, 0.0, 1.0]]
    lives = s.lives
    run(s, 1)
    shows("lives", s.lives == lives - 1)


def shooter():
    s, p = fresh(level=4)
    p.next = 99
    run(s, 1, held={"action"})
    shows("fire", len(p.shots) == 1)
    p.foes.append([p.shots[0][0], p.shots[0][1], 0, 0])
    run(s, 1)
    shows("waves", s.progress == 1 and not p.foes)
    p.shield, p.foes[:] = 1.0, [[p.hero[0], p.hero[1], 0, 0]]
    run(s, 1)
    shows("shield", s.lives == 3 and p.shield < 1)
    s.safe, p.foes[:] = 0, [[p.hero[0], p.hero[1], 0, 0]]
    run(s, 1)
    shows("lives", s.lives == 2)
    s.safe, p.shield, p.bolts[:] = 0, 0, [[p.hero[0], p.hero[1]]]
    run(s, 1)
    shows("dodge", s.lives == 1)
    s, p = fresh(level=4)
    p.next = 99
    p.foes[:] = [[300.0, 100.0, 0, 0] for _ in range(40)]
    run(s, 60)
    shows("return-fire", bool(p.bolts))
    p.foes[:], p.prizes[:] = [], [[p.hero[0], p.hero[1]]]
    p.shots[:], p.reload = [], 0
    run(s, 1)
    run(s, 1, held={"action"})
    shows("power-ups", len(p.shots) == 2)
    p.foes[:] = [[300.0, 100.0, 60, 0.0]]
    run(s, 20)
    shows("zigzag", abs(p.foes[0][0] - 300) > 5)
    s, p = fresh(level=4)
    s.progress, s.safe = s.goal, 99
    run(s, 60)
    there = p.boss is not None and s.scene == "play"
    p.boss["health"] = 0
    run(s, 1)
    shows("boss", there and s.scene == "passed")


def puzzle():
    s, p = fresh()
    p.stones.clear()

    def board(rows):
        for c in range(8):
            for r in range(8):
                p.field[c][r] = rows[r][c]
        p.stones = {(c, r) for c in range(8) for r in range(8) if p.field[c][r] == -1}
    plain = [[(c * 3 + r * 2) % 7 for c in range(8)] for r in range(8)]
    first = [row[:] for row in plain]
    first[0][:4] = [0, 0, 1, 0]
    board(first)
    p.choose((2, 0))
    p.choose((3, 0))
    shows("swap", s.progress >= 15)
    shows("moves", p.left == 14 + p.stage.level["goal"] // 2 - 1)
    gains = []
    for combo in ("combo", ""):
        s.mechanics = {combo}
        falls = [row[:] for row in plain]
        # Three of a kind go from the third column, and what falls in their place lines up with its neighbours.
        falls[5][2] = falls[6][2] = falls[7][2] = 6
        falls[7][0] = falls[7][1] = falls[4][2] = 5
        board(falls)
        p.chance.seed(4)
        before = s.progress
        p.fall()
        gains.append(s.progress - before)
    shows("cascade", gains[1] >= 30)
    shows("combo", gains[0] > gains[1])
    s.mechanics = {"bombs", "stones"}
    bomb = [row[:] for row in plain]
    bomb[7][:4] = [6, 6, 6, 6]
    board(bomb)
    spot = p.four(p.matched())
    p.clear(p.matched(), spot)
    made = p.field[spot[0]][spot[1]] >= 10
    shows("bombs", made and len(p.blown({spot})) >= 6)
    rock = [row[:] for row in plain]
    rock[6][1], rock[7][:3] = -1, [6, 6, 6]
    board(rock)
    p.choose((1, 6))
    still = p.chosen is None
    p.clear({(0, 7), (1, 7), (2, 7)}, None)
    shows("stones", still and not p.stones and len(fresh()[1].stones) >= 2)
    s, p = fresh()
    run(s, 1, hit={"extra"})
    shows("hint", p.shown is not None)
    p.stones.clear()
    p.field = [[(c * 3 + r * 2) % 7 for r in range(8)] for c in range(8)]
    stuck = p.possible() is None
    p.fall()
    shows("shuffle", not stuck or p.possible() is not None)
    s.progress = s.goal
    run(s, 1)
    shows("target", s.scene in ("passed", "won"))


def tower_defence():
    s, p = fresh()
    free = next((c, r) for c in range(16) for r in range(8) if (c, r) not in p.road)
    p.build(free)
    shows("build", free in p.towers)
    p.gold = 500
    p.build(free)
    shows("upgrade", p.towers[free]["rank"] == 2)
    run(s, 1, hit={"extra"})
    shows("call-wave", p.coming > 0)
    p.towers.clear()
    run(s, 200)
    shows("armour", any(one["strong"] == 2 for one in p.foes))
    s, p = fresh()
    p.wait = 99
    p.towers.clear()

    def foe(x, y, to=0, health=50):
        return {"x": x, "y": y, "to": to, "health": health, "strong": 1, "cold": 0.0}
    x, y = p.middle(p.road[3])
    p.towers[(0, 0)] = {"at": (x, y), "rank": 1, "reload": 0.0, "frost": False}
    p.foes = [foe(x, y, 3), foe(x, y, 5)]
    p.fire(p.towers[(0, 0)], STEP)
    shows("range", p.foes[0]["health"] == 50 and p.foes[1]["health"] < 50)
    p.towers[(0, 0)].update(frost=True, reload=0.0)
    p.foes = [foe(x, y, 5)]
    p.fire(p.towers[(0, 0)], STEP)
    cold, warm = p.foes[0], foe(x, y, 5)
    p.foes.append(warm)
    p.walk(cold, 0.5)
    p.walk(warm, 0.5)
    to = p.middle(p.road[5])
    far = [abs(one["x"] - to[0]) + abs(one["y"] - to[1]) for one in (cold, warm)]
    p.frost = False
    run(s, 1, hit={"change"})
    shows("slow", far[0] > far[1] and p.frost)
    p.towers[(0, 0)].update(frost=False, reload=0.0)
    p.foes, gold = [foe(x, y, 5, 1)], p.gold
    p.coming = 1
    p.fire(p.towers[(0, 0)], STEP)
    shows("gold", p.gold > gold)
    p.coming, p.foes = 0, [foe(x, y, 5, 1)]
    p.towers[(0, 0)]["reload"] = 0.0
    p.fire(p.towers[(0, 0)], STEP)
    shows("waves", s.progress == 1)
    end = p.middle(p.road[-1])
    p.towers.clear()
    p.foes, base = [foe(end[0], end[1], len(p.road) - 1)], p.base
    run(s, 2)
    shows("base", p.base < base)


def clicker():
    s, p = fresh()
    run(s, 1, hit={"action"})
    shows("tap", p.money >= 1)
    p.money = 1000.0
    price = p.price["upgrade"]
    run(s, 1, hit={"up"})
    shows("upgrade", p.each == 2)
    shows("price", p.price["upgrade"] > price)
    run(s, 1, hit={"down"})
    money = p.money
    run(s, 60)
    shows("workers", p.workers == 1 and p.money > money)
    p.chance.random = lambda: 0.01
    money, p.row = p.money, 0
    p.workers = 0
    p.pay()
    shows("critical", p.money - money >= 20)
    p.chance.random = lambda: 0.9
    p.row, p.since, money = 20, 0.0, p.money
    p.pay()
    shows("combo", p.money - money == 4)
    p.next_golden = 0
    run(s, 1)
    money = p.money
    run(s, 1, tap=p.golden)
    shows("golden", p.money - money == p.each * 20)
    p.next_thief = 0
    run(s, 1)
    money = p.money
    run(s, 310)
    lost = p.money < money
    p.next_thief = 0
    run(s, 1)
    money = p.money
    run(s, 1, tap=p.thief)
    shows("thief", lost and p.money > money)
    s.progress = s.goal
    run(s, 1)
    shows("target", s.scene in ("passed", "won"))


globals()[sys.argv[1].replace("-", "_")]()
print("seen:", ",".join(seen))
