"""Everything that is drawn, drawn by code."""
import math

import pygame

ROUND = {"ball", "apple", "coin", "rock", "slime", "ghost", "alien", "mushroom", "fish", "flower"}
_fonts = {}


def colour(text):
    return tuple(int(text[at:at + 2], 16) for at in (1, 3, 5))


def shade(rgb, share):
    """Darker below 1, lighter above."""
    return tuple(max(0, min(255, int(part * share))) for part in rgb)


def font(size):
    if size not in _fonts:
        _fonts[size] = pygame.font.Font(None, size)
    return _fonts[size]


def text(screen, words, x, y, rgb, size=28, middle=False, right=False):
    image = font(size).render(words, True, rgb)
    screen.blit(image, (x - image.get_width() // 2 if middle else x - image.get_width() if right else x, y))


def wrapped(screen, words, x, y, width, rgb, size=26):
    line = ""
    for word in words.split():
        if font(size).size(line + word)[0] > width:
            text(screen, line, x, y, rgb, size)
            y, line = y + size + 2, ""
        line += word + " "
    text(screen, line, x, y, rgb, size)
    return y + size + 2


def sprite(screen, kind, x, y, r, rgb):
    """A figure of about `r` pixels around its middle."""
    x, y, dark = int(x), int(y), shade(rgb, 0.45)
    if kind == "heart":
        pygame.draw.circle(screen, rgb, (x - r // 2, y - r // 4), r // 2 + 1)
        pygame.draw.circle(screen, rgb, (x + r // 2, y - r // 4), r // 2 + 1)
        pygame.draw.polygon(screen, rgb, [(x - r, y), (x + r, y), (x, y + r)])
    elif kind in ("star", "gem"):
        points = 10 if kind == "star" else 6
        pygame.draw.polygon(screen, rgb, [(x + math.sin(i * 2 * math.pi / points) * r * (1 if i % 2 == 0 else 0.55 if points == 10 else 0.9),
                                           y - math.cos(i * 2 * math.pi / points) * r * (1 if i % 2 == 0 else 0.55 if points == 10 else 0.9)) for i in range(points)])
    elif kind in ("rocket", "ship"):
        pygame.draw.polygon(screen, rgb, [(x, y - r), (x + r, y + r), (x, y + r // 2), (x - r, y + r)])
        pygame.draw.circle(screen, dark, (x, y), max(2, r // 4))
    elif kind in ("car", "tank", "robot"):
        pygame.draw.rect(screen, rgb, (x - r, y - r * 3 // 4, 2 * r, r * 3 // 2), border_radius=max(2, r // 4))
        for side in (-1, 1):
            pygame.draw.circle(screen, dark, (x + side * r // 2, y + (r * 3 // 4 if kind != "robot" else -r // 4)), max(2, r // 4))
    elif kind == "tree":
        pygame.draw.rect(screen, dark, (x - r // 5, y, r * 2 // 5, r))
        pygame.draw.polygon(screen, rgb, [(x, y - r), (x + r, y + r // 2), (x - r, y + r // 2)])
    else:
        if kind in ("cat", "dog", "rabbit", "dragon", "fox", "mouse", "bear", "lion", "pig", "cow", "sheep", "horse", "unicorn", "elephant", "monkey", "dino", "bat", "owl"):
            tall = r * 2 if kind == "rabbit" else r * 3 // 2
            for side in (-1, 1):
                pygame.draw.polygon(screen, rgb, [(x + side * r, y), (x + side * r * 3 // 4, y - tall), (x + side * r // 4, y - r // 2)])
        if kind in ("bee", "bug", "bird", "butterfly", "bat", "owl", "penguin", "spider", "crab", "turtle"):
            for side in (-1, 1):
                pygame.draw.ellipse(screen, shade(rgb, 1.4), (x + side * r * 3 // 4 - r // 2, y - r, r, r))
        if kind in ("knight", "wizard"):
            pygame.draw.polygon(screen, dark, [(x - r, y - r // 3), (x + r, y - r // 3), (x, y - r * 2)])
        pygame.draw.circle(screen, rgb, (x, y), r)
        if kind not in ("ball", "coin", "apple", "rock", "flower"):
            for side in (-1, 1):
                pygame.draw.circle(screen, (255, 255, 255), (x + side * r * 2 // 5, y - r // 5), max(2, r // 3))
                pygame.draw.circle(screen, (20, 20, 30), (x + side * r * 2 // 5, y - r // 5), max(1, r // 6))
        elif kind == "coin":
            pygame.draw.circle(screen, dark, (x, y), max(2, r * 2 // 3), 2)


def ring(screen, x, y, r, rgb):
    pygame.draw.circle(screen, rgb, (int(x), int(y)), r, 3)
