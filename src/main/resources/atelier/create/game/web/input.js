// Keys, touch, pointer and gamepad become seven held buttons, their presses, and one pointer in world coordinates.
const KEYS = {
  ArrowLeft: 'left', KeyA: 'left', ArrowRight: 'right', KeyD: 'right', ArrowUp: 'up', KeyW: 'up', ArrowDown: 'down', KeyS: 'down',
  Space: 'action', KeyZ: 'action', Enter: 'action', ShiftLeft: 'extra', ShiftRight: 'extra', KeyX: 'extra', KeyE: 'extra', KeyJ: 'extra', KeyQ: 'other', KeyC: 'other',
};
const held = {left: false, right: false, up: false, down: false, action: false, extra: false, other: false};
const pressed = new Set();
const pointer = {x: 0, y: 0, sx: 0, sy: 0, down: false, tapped: false, clicked: false, used: false, swipe: ''};
let touchDevice = matchMedia('(pointer: coarse)').matches;

function press(name) {
  if (!held[name]) pressed.add(name);
  held[name] = true;
}
const release = name => { held[name] = false; };
function releaseAll() {
  for (const name in held) held[name] = false;
  pressed.clear();
  pointer.down = pointer.tapped = pointer.clicked = false;
  pointer.swipe = '';
}
// A press is seen once, by whoever asks first.
const took = name => pressed.delete(name);
// Most games know one action key only.
const acted = () => took('action') | took('extra');
const acting = () => held.action || held.extra;

addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  wakeAudio();
  const name = KEYS[e.code];
  // On a card, Enter and Space belong to the focused button.
  if (onCard()) {
    if ((e.code === 'Enter' || e.code === 'Space') && !e.repeat) {
      e.preventDefault();
      (document.activeElement && document.activeElement.closest('.card button') || document.querySelector('.card button.main')).click();
    } else if (name === 'left' || name === 'right') {
      moveFocus(name === 'left' ? -1 : 1);
    } else if (e.code === 'KeyP' || e.code === 'Escape') {
      unpause();
    }
  } else if (e.code === 'KeyP' || e.code === 'Escape') {
    pause();
  } else if (e.code === 'KeyR') {
    restart();
  } else if (name) {
    e.preventDefault();
    if (!e.repeat) press(name);
  }
  if (e.code === 'KeyM') toggleMute();
});
addEventListener('keyup', e => KEYS[e.code] && release(KEYS[e.code]));
addEventListener('blur', releaseAll);

function movePointer(e) {
  pointer.sx = e.clientX;
  pointer.sy = e.clientY;
  const p = toWorld(e.clientX, e.clientY);
  pointer.x = p.x;
  pointer.y = p.y;
}
// A tap counts when the finger goes down, a click when it comes up without having swiped.
let downAt = null, swiped = false;
canvas.addEventListener('pointerdown', e => {
  wakeAudio();
  window.focus();
  if (e.pointerType === 'touch' && !touchDevice) {
    touchDevice = true;
    fit();
  }
  movePointer(e);
  pointer.down = pointer.tapped = pointer.used = true;
  downAt = {x: e.clientX, y: e.clientY};
  swiped = false;
});
addEventListener('pointermove', e => {
  movePointer(e);
  if (e.pointerType === 'mouse') pointer.used = true;
  if (!downAt || !pointer.down) return;
  const dx = e.clientX - downAt.x, dy = e.clientY - downAt.y;
  if (Math.hypot(dx, dy) > 24) {
    pointer.swipe = Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 'right' : 'left') : dy > 0 ? 'down' : 'up';
    downAt = {x: e.clientX, y: e.clientY};
    swiped = true;
  }
});
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(end, () => {
    pointer.clicked = pointer.down && !swiped && end === 'pointerup';
    pointer.down = false;
    downAt = null;
  });
}
addEventListener('contextmenu', e => e.preventDefault());

// On-screen buttons, only where fingers are. `pad` is what the archetype asks for: any of l, r, u, d, a, x.
const padBox = el('div', 'pad');
padBox.hidden = true;
function buildPad(wanted, sign) {
  padBox.textContent = '';
  const cross = wanted.includes('u');
  const spots = {
    left: ['l', '◀', 'left:14px;bottom:' + (cross ? 46 : 34) + 'px'],
    right: ['r', '▶', 'left:' + (cross ? 134 : 100) + 'px;bottom:' + (cross ? 46 : 34) + 'px'],
    up: ['u', '▲', 'left:74px;bottom:84px'],
    down: ['d', '▼', 'left:74px;bottom:8px'],
    action: ['a', sign || '●', 'right:20px;bottom:28px'],
    extra: ['x', GAME.extraWord || '»', 'right:112px;bottom:16px'],
  };
  for (const name in spots) {
    const [letter, label, place] = spots[name];
    if (!wanted.includes(letter)) continue;
    const b = el('button', name === 'action' ? 'a' : '', label);
    for (const part of place.split(';')) b.style.setProperty(...part.split(':'));
    b.setAttribute('aria-label', word(name));
    b.dataset.name = name;
    b.tabIndex = -1;
    b.addEventListener('pointerdown', e => { e.preventDefault(); wakeAudio(); press(name); b.classList.add('on'); });
    for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
      b.addEventListener(end, () => { release(name); b.classList.remove('on'); });
    }
    padBox.append(b);
  }
}

let gamepad = false;
addEventListener('gamepadconnected', () => { gamepad = true; });
const padWas = {};
function readGamepad() {
  if (!gamepad) return;
  let pads = [];
  try { pads = navigator.getGamepads(); } catch (e) { gamepad = false; }
  const g = Array.from(pads).find(one => one);
  if (!g) return;
  const on = i => g.buttons[i] && g.buttons[i].pressed;
  const now = {left: g.axes[0] < -0.4 || on(14), right: g.axes[0] > 0.4 || on(15), up: g.axes[1] < -0.4 || on(12),
    down: g.axes[1] > 0.4 || on(13), action: on(0), extra: on(1) || on(2), start: on(9)};
  for (const name in now) {
    if (!!now[name] === !!padWas[name]) continue;
    padWas[name] = now[name];
    if (onCard()) {
      if (now[name] && (name === 'action' || name === 'start')) document.querySelector('.card button.main').click();
    } else if (name === 'start') {
      if (now[name]) pause();
    } else if (now[name]) {
      press(name);
    } else {
      release(name);
    }
  }
}

// How the page's own player holds the buttons: presses count only when they begin.
function steer(want) {
  for (const name in held) want[name] ? press(name) : release(name);
}
