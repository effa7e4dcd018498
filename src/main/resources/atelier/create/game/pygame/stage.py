"""The window, the levels, lives and score. A kind of game sees a Stage and nothing of the window."""
import importlib
import random

import pygame

from . import paint

WIDTH, HEIGHT, TOP = 960, 540, 44
KEYS = {
    pygame.K_LEFT: "left", pygame.K_a: "left", pygame.K_RIGHT: "right", pygame.K_d: "right",
    pygame.K_UP: "up", pygame.K_w: "up", pygame.K_DOWN: "down", pygame.K_s: "down",
    pygame.K_SPACE: "action", pygame.K_RETURN: "action", pygame.K_x: "extra", pygame.K_LSHIFT: "extra", pygame.K_q: "change", pygame.K_TAB: "change",
}


class Stage:
    """What a game is played on.

    A kind of game is a class `Play(stage, level)` with `update(seconds)` and `draw(screen)`. It reads `held`, `hit` and
    `tap`, sets `progress` and `goal`, and calls `passed()` or `hurt()`.
    """

    def __init__(self, design, first=1):
        pygame.init()
        self.design = design
        self.levels = design["levels"]
        self.look = {name: paint.colour(value) for name, value in design["look"].items()}
        self.mechanics = {one["id"] for one in design["mechanics"]}
        foes = [one for one in design["others"] if one["role"] == "foe"]
        self.hero_sprite = design["protagonist"]["sprite"]
        self.foe_sprite = foes[0]["sprite"] if foes else "slime"
        self.rules = importlib.import_module("game." + design["archetype"].replace("-", "_"))
        self.screen = pygame.display.set_mode((WIDTH, HEIGHT))
        pygame.display.set_caption(design["title"])
        self.index = max(0, min(len(self.levels), first) - 1)
        self.held, self.hit, self.tap, self.pointer = set(), set(), None, (WIDTH // 2, HEIGHT // 2)
        self.scene, self.message, self.score, self.lives = "title", "", 0, 3
        self.progress, self.goal, self.safe, self.play = 0, 1, 0, None

    @property
    def level(self):
        return self.levels[self.index]

    def word(self, key, **values):
        """What the game says by itself, in its language; the words stand in design.json."""
        text = self.design.get("words", {}).get(key, key)
        for name, value in values.items():
            text = text.replace("{%s}" % name, str(value))
        return text

    def ends_act(self):
        return any(one["lastLevel"] == self.level["number"] for one in self.design["story"]["acts"])

    def has(self, mechanic):
        return mechanic in self.mechanics

    def begin(self):
        self.random = random.Random(self.design["seed"] * 1000 + self.level["number"])
        self.progress, self.goal, self.safe = 0, self.level["goal"], 1.5
        self.play = self.rules.Play(self, self.level)
        self.scene = "play"

    def passed(self):
        if self.scene == "play":
            self.score += 100 * self.level["number"]
            last = self.index == len(self.levels) - 1
            self.scene = "won" if last else "passed"

    def hurt(self, again=False):
        """A life is lost, unless one was lost a moment ago; `again` starts the level anew."""
        if self.scene != "play" or self.safe > 0:
            return False
        self.lives -= 1
        self.safe = 1.5
        if self.lives <= 0:
            self.scene = "over"
        elif again:
            self.begin()
        return True

    def confirm(self):
        if self.scene == "passed":
            self.index += 1
        elif self.scene in ("over", "won"):
            self.index = 0 if self.scene == "won" else self.index
            self.score, self.lives = 0, 3
        self.begin()

    def run(self, frames=0):
        clock, count = pygame.time.Clock(), 0
        while True:
            self.hit, self.tap = set(), None
            for event in pygame.event.get():
                if event.type == pygame.QUIT or (event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE):
                    pygame.quit()
                    return
                self.take(event)
            if frames:
                self.play_by_itself(count)
            self.update(1 / 60)
            self.draw()
            pygame.display.flip()
            count += 1
            if frames and count >= frames:
                pygame.quit()
                return
            if not frames:
                clock.tick(60)

    def take(self, event):
        if event.type == pygame.KEYDOWN and event.key in KEYS:
            self.held.add(KEYS[event.key])
            self.hit.add(KEYS[event.key])
        elif event.type == pygame.KEYUP and event.key in KEYS:
            self.held.discard(KEYS[event.key])
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_p and self.scene in ("play", "paused"):
            self.scene = "paused" if self.scene == "play" else "play"
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_r and self.play:
            self.begin()
        elif event.type == pygame.MOUSEMOTION:
            self.pointer = event.pos
        elif event.type == pygame.MOUSEBUTTONDOWN:
            self.pointer = self.tap = event.pos

    def play_by_itself(self, count):
        """Keys and taps for a run without a person."""
        self.held = {("left", "right", "up", "down")[count // 20 % 4]}
        self.hit = {"action"} if count % 15 == 0 else set(self.held) if count % 20 == 0 else set()
        if count % 10 == 0:
            self.tap = self.pointer = (count * 37 % WIDTH, TOP + count * 53 % (HEIGHT - TOP))

    def update(self, seconds):
        if self.scene == "play":
            self.safe = max(0, self.safe - seconds)
            self.play.update(seconds)
            if self.scene == "play" and self.progress >= self.goal and not getattr(self.play, "has_exit", False):
                self.passed()
        elif "action" in self.hit or self.tap:
            self.confirm()

    def draw(self):
        look, level = self.look, self.level
        self.screen.fill(look["background"])
        if self.scene != "title" and self.play:
            self.play.draw(self.screen)
            pygame.draw.rect(self.screen, look["surface"], (0, 0, WIDTH, TOP))
            paint.text(self.screen, "%d  %s" % (level["number"], level["name"]), 16, 12, look["text"])
            status = "%d / %d     %d     " % (min(self.progress, self.goal), self.goal, self.score)
            paint.text(self.screen, status, WIDTH - 150, 12, look["text"], right=True)
            for life in range(max(0, self.lives)):
                paint.sprite(self.screen, "heart", WIDTH - 110 + life * 34, TOP // 2, 11, look["prize"])
        if self.scene != "play":
            self.card()

    def card(self):
        look, design = self.look, self.design
        box = pygame.Rect(120, 110, WIDTH - 240, HEIGHT - 200)
        pygame.draw.rect(self.screen, look["surface"], box, border_radius=18)
        title, words = {
            "title": (design["title"], design["story"]["premise"]),
            "passed": (self.word("passed", n=self.level["number"]), self.next_words()),
            "over": (self.word("once"), self.level["objective"]),
            "won": (self.word("won"), design["story"]["acts"][-1]["summary"]),
            "paused": (self.word("paused"), self.level["objective"]),
        }[self.scene]
        paint.text(self.screen, title, WIDTH // 2, box.y + 34, look["prize"], size=40, middle=True)
        y = paint.wrapped(self.screen, words, box.x + 40, box.y + 100, box.width - 80, look["text"])
        if self.scene == "title":
            hero = design["protagonist"]
            paint.sprite(self.screen, hero["sprite"], box.x + 70, y + 44, 26, look["hero"])
            paint.wrapped(self.screen, hero["name"] + ": " + hero["description"], box.x + 120, y + 30, box.width - 170,
                          look["text"])
        paint.text(self.screen, self.word("ready"), WIDTH // 2, box.bottom - 44, look["prize"], middle=True)

    def next_words(self):
        level = self.levels[min(self.index + 1, len(self.levels) - 1)]
        act = next((one for one in self.design["story"]["acts"] if one["firstLevel"] == level["number"]), None)
        lead = act["title"] + ". " + act["summary"] + "  " if act else ""
        return lead + "%s: %s" % (level["name"], level["objective"])
