// The fixed-step loop and the road through the game: title, act, level, passed or lost, finished.
const STEP = 1 / 60;
const LEVELS = DESIGN.levels, ACTS = DESIGN.story.acts;
const play = {level: LEVELS[0], score: 0, before: 0, lives: 3, progress: 0, goal: 1, time: 0, limit: 0, ready: 0, over: 0, hurts: 0, tries: 0, then: null};
let scene = 'title', attract = true, freeze = 0, best = {level: 0, score: 0};

// Progress survives where the browser allows it; a sandboxed frame does not, and that is fine.
const SAVE = 'atelier-' + hash(DESIGN.title + DESIGN.archetype + DESIGN.seed);
function load() {
  try { best = {...best, ...JSON.parse(localStorage.getItem(SAVE) || '{}')}; } catch (e) { /* only in memory */ }
  best.level = clamp(best.level | 0, 0, LEVELS.length - 1);
}
function save() {
  try { localStorage.setItem(SAVE, JSON.stringify(best)); } catch (e) { /* only in memory */ }
}

// What archetypes call.
function gain(points, x, y, color) {
  points = Math.round(points);
  play.score += points;
  if (x !== undefined && points) say(x, y, (points > 0 ? '+' : '−') + Math.abs(points), color || paint.prize, 0.5);
}
function hurt() {
  play.hurts++;
  play.lives--;
  sfx('hurt');
  shake(0.9);
  blink('#ff3b4e', 0.6);
  freeze = 0.08;
  if (play.lives > 0) return false;
  fail();
  return true;
}
function pass() {
  if (play.over) return;
  const stars = clamp(3 - play.hurts, 1, 3);
  gain(100 + 50 * stars);
  play.stars = stars;
  end('passed', 1.1);
  sfx('win');
  for (let i = 0; i < 4; i++) {
    const p = toWorld(stage.w * (0.2 + 0.2 * i), stage.h * 0.4), u = 60 / stage.scale;
    burst(p.x, p.y, [paint.prize, paint.hero, '#ffffff', paint.foe], 24, u * 3, {life: 1.2, size: u * 0.16, fall: u * 4, up: u * 2});
  }
}
function fail(why) {
  if (play.over) return;
  play.why = why || word('dead');
  end('lost', 1.1);
  sfx('lose');
}
function end(next, wait) {
  play.over = wait;
  play.then = next;
}

const actOf = i => ACTS.findIndex(a => i + 1 >= a.firstLevel && i + 1 <= a.lastLevel);
const roman = n => ['I', 'II', 'III', 'IV', 'V'][n] || n + 1;
const indexNow = () => LEVELS.indexOf(play.level);

function setLevel(i) {
  const level = play.level = LEVELS[i];
  Object.assign(play, {progress: 0, goal: level.goal, time: 0, over: 0, hurts: 0, before: play.score, ready: 1.6, limit: 0});
  // Whoever failed here before gets some help; the level itself stays the same.
  const full = (has('lives') ? 3 : 1) + (has('lives') ? Math.min(2, play.tries >> 1) : 0);
  if (!GAME.keepsLives || attract || play.lives <= 0) play.lives = full;
  else if (ACTS.some(a => a.firstLevel === i + 1)) play.lives = Math.max(full, play.lives);
  freeze = 0;
  dress(level);
  clearEffects();
  releaseAll();
  const chance = dice(DESIGN.seed + ':' + level.number);
  GAME.start(level, chance);
  chance.again(play.tries);
  if (level.seconds) play.limit = Math.max(level.seconds, Math.ceil(GAME.fairSeconds || 0));
  newTune(level);
  fit();
  placeWorld();
}
function enterLevel(i, fresh) {
  attract = quiet = false;
  if (fresh) Object.assign(play, {score: 0, lives: 0});
  play.tries = 0;
  const act = actOf(i);
  const opens = act >= 0 && (ACTS[act].firstLevel === i + 1 || fresh);
  setLevel(i);
  if (best.level < i) best.level = i;
  best.score = Math.max(best.score, play.score);
  save();
  if (opens) showAct(act);
  else begin();
}
function begin() {
  go('level');
  const l = play.level;
  banner(word('level', {n: l.number}), l.name, l.objective);
}
function restart() {
  if (scene !== 'level' && scene !== 'paused' && scene !== 'lost') return;
  play.score = play.before;
  play.lives = 0;
  setLevel(indexNow());
  begin();
}
function pause() {
  if (scene !== 'level' || play.over) return;
  go('paused');
  card({over: word('level', {n: play.level.number}), title: word('paused'), lines: [play.level.objective], list: true,
    buttons: [[word('continue'), unpause], [word('restart'), restart], [word('title'), showTitle]]});
}
function unpause() {
  if (scene === 'paused') go('level');
}

// Cards and the banner are ordinary elements: readable, scalable, spoken by screen readers; texts are only ever text.
const veil = el('div', 'veil'), announcer = el('div', 'sr'), bannerBox = el('div', 'banner');
announcer.setAttribute('aria-live', 'polite');
veil.hidden = bannerBox.hidden = true;
const hud = el('div', 'hud');
const hudLives = el('span', 'lives'), hudBar = el('div', 'bar'), hudFill = el('i'), hudGoal = el('b'), hudTime = el('span', 'time'), hudScore = el('span');
hudBar.append(hudFill, hudGoal);
const muteButton = el('button', '', '♪'), pauseButton = el('button', '', '❚❚');
muteButton.setAttribute('aria-label', word('sound'));
pauseButton.setAttribute('aria-label', word('pause'));
muteButton.tabIndex = pauseButton.tabIndex = -1;
muteButton.onclick = toggleMute;
pauseButton.onclick = () => { scene === 'paused' ? unpause() : pause(); };
hud.append(hudLives, hudTime, hudBar, hudScore, muteButton, pauseButton);
document.body.append(hud, padBox, bannerBox, veil, announcer);
function toggleMute() {
  wakeAudio();
  setMuted(!muted);
  muteButton.style.opacity = muted ? 0.4 : 1;
  muteButton.style.textDecoration = muted ? 'line-through' : '';
}
const onCard = () => !veil.hidden;

function go(next) {
  scene = next;
  veil.hidden = next === 'level';
  veil.classList.toggle('title', next === 'title');
  if (next !== 'level') bannerBox.hidden = true;
  hud.style.visibility = next === 'title' || next === 'finished' ? 'hidden' : '';
  pauseButton.hidden = next !== 'level';
  if (next === 'level') canvas.focus();
  releaseAll();
  fit();
}
function part(tag, cls, text) {
  const e = el(tag, cls, text);
  e.dir = 'auto';
  return e;
}
function card({over, title, big, lines = [], cast, list, small, buttons, hero}) {
  const box = el('div', 'card');
  if (hero) box.append(portrait(DESIGN.protagonist, 'hero'));
  if (over) box.append(part('div', 'over', over));
  box.append(part('h1', title.length > 60 ? 'long' : '', title));
  if (big) box.append(el('div', 'big', big));
  for (const line of lines) if (line) box.append(part('p', '', line));
  if (cast) box.append(castRow());
  if (list) {
    const ul = el('ul');
    for (const m of DESIGN.mechanics) {
      const li = part('li');
      li.append(part('b', '', m.name), el('br'), m.rule);
      ul.append(li);
    }
    box.append(ul);
  }
  if (small) box.append(part('p', 'small', small));
  const row = el('div', 'row');
  buttons.forEach(([text, click], i) => {
    const b = el('button', i ? 'second' : 'main', text);
    b.onclick = () => { wakeAudio(); click(); };
    row.append(b);
  });
  box.append(row);
  veil.textContent = '';
  veil.append(box);
  announcer.textContent = title + '. ' + lines.join(' ');
  row.firstChild.focus({preventScroll: true});
  veil.scrollTop = 0;
}
function moveFocus(by) {
  const all = [...document.querySelectorAll('.card button')];
  all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
}
function portrait(one, cls) {
  const c = el('canvas', cls);
  c.width = c.height = 192;
  sprite(c.getContext('2d'), one.sprite, 96, 100, 160, {color: one === DESIGN.protagonist ? look.hero : one.role === 'foe' ? look.foe : look.prize, t: 1});
  return c;
}
function castRow() {
  const row = el('div', 'cast');
  [DESIGN.protagonist, ...DESIGN.others].slice(0, 4).forEach(one => {
    const f = el('figure');
    f.append(portrait(one, ''), part('b', '', one.name), part('span', '', one.description.length > 90 ? one.description.slice(0, 88) + '…' : one.description));
    row.append(f);
  });
  return row;
}
function banner(over, title, text) {
  const box = el('div');
  box.append(part('div', 'over', over), part('h2', '', title.slice(0, 80)), part('p', '', text.slice(0, 160)));
  bannerBox.textContent = '';
  bannerBox.append(box);
  bannerBox.hidden = false;
  announcer.textContent = over + '. ' + title + '. ' + text;
}

const controls = () => touchDevice ? GAME.touch : GAME.keys + ' · ' + word('keys');
function showTitle() {
  attract = quiet = true;
  play.tries = 0;
  setLevel(Math.min(best.level, 3));
  go('title');
  const buttons = [[word('play'), () => enterLevel(0, true)]];
  if (best.level > 0) buttons.push([word('from', {n: best.level + 1}), () => enterLevel(best.level, true)]);
  const short = stage.h < 560 ? [] : [DESIGN.description];
  card({hero: stage.h > 660, title: DESIGN.title, lines: short, list: true, small: controls(), buttons});
}
function showAct(i) {
  const act = ACTS[i];
  go('act');
  card({over: word('act', {n: roman(i)}), title: act.title, lines: i ? [act.summary] : [DESIGN.story.premise, act.summary], cast: i === 0 && stage.h > 480,
    buttons: [[word('go'), begin]]});
}
function showPassed() {
  const i = indexNow();
  if (i === LEVELS.length - 1) return showFinished();
  go('passed');
  card({over: play.level.name, title: word('passed', {n: play.level.number}), big: '★'.repeat(play.stars) + '☆'.repeat(3 - play.stars),
    lines: [word('points', {n: play.score, m: LEVELS.length - i - 1})], buttons: [[word('next'), () => enterLevel(i + 1)]]});
}
function showLost() {
  play.tries++;
  const close = play.progress / play.goal;
  go('lost');
  card({over: play.level.name, title: play.why, big: Math.floor(clamp(close, 0, 1) * 100) + ' %',
    lines: [close > 0.7 ? word('close') : word('lesson')],
    buttons: [[word('again'), restart], [word('title'), showTitle]]});
}
function showFinished() {
  best = {level: 0, score: Math.max(best.score, play.score)};
  save();
  go('finished');
  card({over: DESIGN.title, title: word('end'), big: '★ ' + play.score + ' ★',
    lines: [word('all', {n: LEVELS.length}), ACTS.length ? ACTS[ACTS.length - 1].summary : ''], cast: stage.h > 480,
    buttons: [[word('replay'), () => enterLevel(0, true)], [word('title'), showTitle]]});
}

let fireworks = 0;
function tick() {
  now += STEP;
  readGamepad();
  stepEffects(STEP);
  if (freeze > 0) freeze -= STEP;
  else if (scene === 'level' || scene === 'title') stepLevel();
  else if (scene === 'finished' && (fireworks -= STEP) < 0) {
    fireworks = 0.5;
    const p = toWorld(stage.w * fun(), stage.h * fun() * 0.6), u = 60 / stage.scale;
    burst(p.x, p.y, fun.pick([paint.prize, paint.hero, paint.foe, '#ffffff']), 30, u * 4, {life: 1.3, size: u * 0.14, fall: u * 2});
  }
  pressed.clear();
  pointer.tapped = pointer.clicked = false;
  pointer.swipe = '';
}
function stepLevel() {
  if (play.over) {
    play.over -= STEP;
    if (play.over <= 0) {
      if (attract) setLevel((indexNow() + 1) % Math.min(LEVELS.length, 6));
      else if (play.then === 'passed') showPassed();
      else showLost();
    }
    return;
  }
  if (attract) GAME.bot();
  else if (play.ready > 0) {
    play.ready -= STEP;
    if (pressed.size || pointer.tapped) play.ready = Math.min(play.ready, 0.15);
    if (play.ready <= 0) bannerBox.hidden = true;
    return;
  }
  play.time += STEP;
  GAME.step(STEP);
  if (play.limit && play.time > play.limit && !attract) fail(word('late'));
}

const shown = {};
function put(node, key, value) {
  if (shown[key] !== value) node.textContent = shown[key] = value;
}
function drawHud() {
  put(hudLives, 'lives', GAME.health ? GAME.health() : has('lives') ? '♥'.repeat(clamp(play.lives, 0, 5)) : '');
  put(hudGoal, 'goal', GAME.goalText ? GAME.goalText() : Math.min(play.progress, play.goal) + ' / ' + play.goal + ' ' + GAME.unit);
  put(hudScore, 'score', play.score + '');
  const left = Math.ceil(play.limit - play.time);
  put(hudTime, 'time', play.limit ? Math.floor(Math.max(0, left) / 60) + ':' + String(Math.max(0, left) % 60).padStart(2, '0') : '');
  hudTime.classList.toggle('low', play.limit > 0 && left <= 10);
  const fill = Math.round(clamp(play.progress / play.goal, 0, 1) * 100) + '%';
  if (shown.fill !== fill) hudFill.style.width = shown.fill = fill;
}

let last = 0, rest = 0;
function frame(time) {
  const dt = clamp((time - last) / 1000, 0, 0.1);
  last = time;
  rest += dt;
  while (rest >= STEP) {
    tick();
    rest -= STEP;
  }
  playTune(scene === 'level' && !play.over);
  render();
  drawHud();
  requestAnimationFrame(frame);
}

addEventListener('resize', () => { fit(); placeWorld(); });
document.addEventListener('visibilitychange', () => document.hidden && pause());
const style = document.documentElement.style;
for (const [name, value] of [['bg', look.background], ['surface', look.surface], ['text', look.text], ['accent', look.prize], ['ink', ink(look.prize)]]) {
  style.setProperty('--' + name, value);
}
canvas.setAttribute('aria-label', DESIGN.title);
document.documentElement.lang = DESIGN.language;
buildPad(GAME.pad, GAME.padWord);
load();
showTitle();
requestAnimationFrame(frame);

// For tests: what is going on, and time run ahead with a player of the page's own; it holds no other powers than keys.
const wild = dice('wild');
function wildInput() {
  for (const name in held) if (wild.chance(0.06)) held[name] ? release(name) : press(name);
  if (wild.chance(0.05)) {
    Object.assign(pointer, {x: wild() * stage.W, y: wild() * stage.H, tapped: true, clicked: true, used: true, down: wild.chance(0.5)});
  }
}
const probes = {scene: () => scene, level: () => play.level.number, score: () => play.score, lives: () => play.lives,
  progress: () => play.progress, goal: () => play.goal, time: () => play.time, ready: () => play.ready <= 0, state: () => GAME.probe()};
const hook = {
  screen: (x, y) => ({x: stage.ox + x * stage.scale, y: stage.oy + y * stage.scale}),
  run(seconds, player) {
    fast = quiet = true;
    const stop = scene;
    for (let n = Math.round(seconds * 60); n > 0 && scene === stop; n--) {
      if (scene === 'level' && play.ready <= 0) player === 'bot' ? GAME.bot() : player === 'wild' && wildInput();
      tick();
    }
    fast = false;
    quiet = attract;
    releaseAll();
    return scene;
  },
};
for (const name in probes) Object.defineProperty(hook, name, {get: probes[name], enumerable: true});
window.atelier = Object.freeze(hook);
