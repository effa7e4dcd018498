// Tower defence: one winding road, towers beside it, waves that grow.
const GAME = (() => {
  let W, H, d, road, onRoad, deco, towers, enemies, bolts, gold, health, wave, queue, spawnIn, restIn, cursor, kind, speed, density;
  const KINDS = [{name: own('bolt'), cost: 40, sprite: 'wizard'}, {name: own('frost'), cost: 55, sprite: 'flower'}];
  const key = (x, y) => y * W + x;
  const price = t => 35 + t.level * 30;

  // A road that winds from one end to the other without touching itself; turned on its side for tall screens.
  function lay(level) {
    // The board's last row belongs to the buttons.
    const long = Math.max(W, H - 1), wide = Math.min(W, H - 1), cells = [];
    const bends = clamp(2 + (level.number % 4), 2, 5), part = (long - 2) / bends;
    let across = d.int(1, wide - 2), along = 0;
    cells.push([along, across]);
    for (let i = 1; i <= bends; i++) {
      const until = i === bends ? long - 2 : Math.round(i * part);
      while (along < until) cells.push([++along, across]);
      if (i === bends) break;
      let target = across;
      while (Math.abs(target - across) < 3) target = d.int(1, wide - 2);
      while (across !== target) cells.push([along, across += Math.sign(target - across)]);
    }
    return cells.map(([a, b]) => W > H - 1 ? {x: a, y: b} : {x: b, y: a});
  }
  // Where something is that has gone `far` cells along the road.
  function place(far) {
    const i = clamp(Math.floor(far), 0, road.length - 2), t = clamp(far - i, 0, 1);
    return {x: lerp(road[i].x, road[i + 1].x, t) + 0.5, y: lerp(road[i].y, road[i + 1].y, t) + 0.5};
  }
  const towerAt = (x, y) => towers.find(t => t.x === x && t.y === y);
  const mayBuild = (x, y) => x >= 0 && y >= 0 && x < W && y < H - 1 && !onRoad.has(key(x, y)) && !towerAt(x, y);
  const reach = t => (t.kind ? 2.3 : 2.7) + t.level * 0.3;
  const nextTo = r => [[0, 1], [0, -1], [1, 0], [-1, 0]].map(([x, y]) => ({x: r.x + x, y: r.y + y})).find(c => mayBuild(c.x, c.y)) || r;
  // Buttons in the last row of the board.
  function buttons() {
    const y = H - 0.92, list = [{id: 0, x: 0.2, y, w: 2.7}];
    if (has('slow')) list.push({id: 1, x: 3.1, y, w: 2.7});
    if (has('call-wave')) list.push({id: 'wave', x: W - 2.9, y, w: 2.7});
    return list;
  }

  return {
    pad: '', wide: true, unit: own('unit'), keys: own('keys') + (has('slow') ? ' · ' + own('change') : '') + (has('call-wave') ? ' · ' + own('call') : ''),
    touch: own('touch') + (has('upgrade') ? ' · ' + own('better') : ''),
    health: () => '♥ ' + Math.max(0, health) + '\u2002● ' + gold,
    start(level, dice) {
      d = dice;
      [W, H] = tallScreen() ? [9, clamp(Math.round(9 * stage.view.h / stage.view.w), 13, 18)] : [17, 10];
      board(W, H);
      road = lay(level);
      onRoad = new Set(road.map(c => key(c.x, c.y)));
      deco = [];
      for (let i = 0; i < 14 + level.density * 12; i++) {
        const x = d.int(0, W - 1), y = d.int(0, H - 2);
        if (!onRoad.has(key(x, y))) deco.push({x: x + 0.3 + d() * 0.4, y: y + 0.3 + d() * 0.4, sprite: d.pick(['tree', 'flower', 'rock', 'mushroom', 'tree']), size: 0.35 + d() * 0.35, cx: x, cy: y});
      }
      towers = [];
      enemies = [];
      bolts = [];
      queue = [];
      speed = 1.25 * clamp(level.speed, 0.5, 3) ** 0.6;
      density = level.density;
      gold = 120 + level.number * 8;
      health = 10;
      wave = 0;
      kind = 0;
      spawnIn = 0;
      restIn = 6;
      cursor = {...nextTo(road[Math.floor(road.length / 3)]), shown: false};
      play.goal = clamp(level.goal, 1, 15);
      this.fairSeconds = play.goal * 40 + 60;
    },
    step(dt) {
      this.listen();
      if (queue.length) {
        spawnIn -= dt;
        if (spawnIn < 0) {
          enemies.push(queue.shift());
          spawnIn = 0.75 / speed;
        }
      } else if (!enemies.length && wave >= play.goal) {
        gain(health * 20);
        return pass();
      } else if (wave < play.goal && (!enemies.length || restIn < 0)) {
        restIn -= dt;
        if (restIn < 0) this.send();
      }
      for (const e of enemies) this.march(e, dt);
      for (const t of towers) this.shoot(t, dt);
      for (const b of bolts) this.fly(b, dt);
      enemies = enemies.filter(e => !e.gone);
      bolts = bolts.filter(b => !b.gone);
      play.progress = Math.max(0, wave - (queue.length || enemies.length ? 1 : 0));
    },
    send() {
      wave++;
      restIn = 9;
      const n = Math.round(5 + wave * 1.6 + density * 5), hp = 2.6 * (1 + 0.2 * (wave - 1)) * (1 + 0.06 * (play.level.number - 1)) * (1 - Math.min(0.4, play.tries * 0.08));
      for (let i = 0; i < n; i++) {
        const hard = has('armour') && wave > 1 && d.chance(0.2 + density * 0.15);
        queue.push({far: 0, hp: hp * (hard ? 1.9 : 1), max: hp * (hard ? 1.9 : 1), v: speed * (hard ? 0.72 : 0.9 + d() * 0.25), hard, kind: d.int(0, 3), cold: 0, flash: 0, t: d() * 6, off: (d() - 0.5) * 0.35});
      }
      say(W / 2, (H - 1) / 2, own('wave', {n: wave, m: play.goal}), paint.text, 0.9);
      sfx('jump');
    },
    call() {
      if (!has('call-wave') || wave >= play.goal || queue.length) return sfx('nope');
      gold += 25;
      say(W - 1.5, H - 1.4, '+25', paint.prize, 0.6);
      this.send();
    },
    march(e, dt) {
      e.cold -= dt;
      e.flash -= dt;
      e.far += e.v * (e.cold > 0 ? 0.5 : 1) * dt;
      const p = place(e.far);
      e.x = p.x + e.off;
      e.y = p.y + e.off;
      if (e.far < road.length - 1) return;
      e.gone = true;
      health -= e.hard ? 2 : 1;
      play.hurts += health % 4 === 0 ? 1 : 0;
      sfx('hurt');
      shake(0.5);
      blink('#ff3b4e', 0.4);
      burst(e.x, e.y, paint.foe, 20, 5);
      if (health <= 0) fail(own('fallen'));
    },
    shoot(t, dt) {
      t.cool -= dt;
      t.pop = Math.max(0, t.pop - dt * 4);
      if (t.cool > 0) return;
      const r = reach(t), near = enemies.filter(e => e.x !== undefined && Math.hypot(e.x - t.x - 0.5, e.y - t.y - 0.5) < r);
      if (!near.length) return;
      const prey = has('range') ? near.reduce((a, b) => b.far > a.far && (!t.kind || b.cold < 0.3) ? b : a) : near[0];
      t.cool = t.kind ? 0.9 : 0.62;
      t.pop = 1;
      t.look = prey.x < t.x + 0.5;
      bolts.push({x: t.x + 0.5, y: t.y + 0.2, prey, power: t.kind ? 0.5 + t.level * 0.3 : 1 + t.level * 0.75, cold: t.kind ? 1.3 + t.level * 0.4 : 0});
      sfx('step');
    },
    fly(b, dt) {
      const far = dist(b, b.prey), v = 11 * dt;
      if (b.prey.gone) {
        b.gone = true;
        return;
      }
      if (far > v + 0.1) {
        b.x += (b.prey.x - b.x) / far * v;
        b.y += (b.prey.y - b.y) / far * v;
        return;
      }
      b.gone = true;
      const e = b.prey;
      e.hp -= b.power;
      e.flash = 0.07;
      e.cold = Math.max(e.cold, b.cold);
      burst(e.x, e.y, b.cold ? '#bfefff' : paint.prize, 4, 3);
      if (e.hp > 0) return;
      e.gone = true;
      const pay = has('gold') ? (e.hard ? 15 : 9) : 0;
      gold += pay;
      gain(10 + (e.hard ? 10 : 0));
      if (pay) say(e.x, e.y - 0.3, '+' + pay, paint.prize, 0.42);
      burst(e.x, e.y, [paint.foe, light(paint.foe)], 14, 4);
      sfx('hit');
    },
    listen() {
      for (const [name, x, y] of [['left', -1, 0], ['right', 1, 0], ['up', 0, -1], ['down', 0, 1]]) {
        if (!took(name)) continue;
        cursor = {x: clamp(cursor.x + x, 0, W - 1), y: clamp(cursor.y + y, 0, H - 2), shown: true};
      }
      if (took('other') && has('slow')) kind = 1 - kind;
      if (took('action')) {
        cursor.shown = true;
        this.use(cursor.x, cursor.y);
      }
      if (took('extra')) this.call();
      if (pointer.tapped && !attract) {
        const b = buttons().find(o => pointer.x > o.x && pointer.x < o.x + o.w && pointer.y > o.y - 0.1);
        if (b && b.id === 'wave') this.call();
        else if (b) {
          kind = b.id;
          sfx('step');
        } else if (pointer.y < H - 1) {
          cursor = {x: Math.floor(pointer.x), y: Math.floor(pointer.y), shown: false};
          this.use(cursor.x, cursor.y);
        }
      }
    },
    use(x, y) {
      const t = towerAt(x, y);
      if (t && has('upgrade')) {
        if (t.level >= 4) return say(x + 0.5, y, own('best'), paint.text, 0.45);
        if (gold < price(t)) return this.poor(x, y, price(t));
        gold -= price(t);
        t.level++;
        t.pop = 1;
        sfx('power');
        return burst(x + 0.5, y + 0.5, paint.prize, 22, 5);
      }
      if (!mayBuild(x, y)) return sfx('nope');
      const c = KINDS[kind].cost + towers.length * 3;
      if (gold < c) return this.poor(x, y, c);
      gold -= c;
      towers.push({x, y, kind, level: 0, cool: 0.3, pop: 1});
      deco = deco.filter(o => o.cx !== x || o.cy !== y);
      sfx('take', 3);
      burst(x + 0.5, y + 0.6, light(paint.surface), 16, 4);
    },
    poor(x, y, need) {
      say(x + 0.5, y, own('needed', {n: need}), paint.text, 0.45);
      sfx('nope');
    },
    draw(g) {
      const grass = mix(paint.surface, paint.background, 0.3), path = mix('#d9b98a', paint.surface, 0.35);
      round(-0.12, -0.12, W + 0.24, H - 0.76, 0.3, dark(grass, 0.4));
      g.fillStyle = grass;
      g.fillRect(0, 0, W, H - 1);
      g.fillStyle = fade(light(grass), 0.12);
      for (let y = 0; y < H - 1; y++) for (let x = y % 2; x < W; x += 2) g.fillRect(x, y, 1, 1);
      g.lineJoin = g.lineCap = 'round';
      for (const [w, c] of [[0.98, dark(path, 0.4)], [0.84, path]]) {
        g.strokeStyle = c;
        g.lineWidth = w;
        g.beginPath();
        road.forEach(c2 => g.lineTo(c2.x + 0.5, c2.y + 0.5));
        g.stroke();
      }
      g.fillStyle = fade(dark(path, 0.3), 0.5);
      road.forEach((c, i) => g.fillRect(c.x + 0.3 + (hash('p' + i) % 5) * 0.1, c.y + 0.3 + (hash('q' + i) % 4) * 0.1, 0.12, 0.08));
      for (const o of deco) sprite(g, o.sprite, o.x, o.y, o.size, {color: o.sprite === 'rock' ? '#8b8f98' : o.sprite === 'tree' ? light(grass, 0.1) : turn(grass, 150), t: 1});
      if (cursor.shown || (pointer.used && !touchDevice)) this.drawCursor(g);
      const first = road[0], end = road[road.length - 1];
      halo(first.x + 0.5, first.y + 0.5, 1, paint.foe, 0.6);
      halo(end.x + 0.5, end.y + 0.5, 1.5, paint.hero, 0.6);
      tile(end.x + 0.05, end.y + 0.1, 0.9, 0.9, light(paint.surface, 0.3), 0.15);
      sprite(g, heroSprite, end.x + 0.5, end.y + 0.25, 1.15, {color: paint.hero, t: now});
      for (const t of towers) this.drawTower(g, t);
      for (const e of enemies) if (e.x !== undefined) this.drawEnemy(g, e);
      for (const b of bolts) {
        halo(b.x, b.y, 0.5, b.cold ? '#bfefff' : paint.prize, 0.8);
        g.fillStyle = '#ffffff';
        g.beginPath();
        g.arc(b.x, b.y, 0.11, 0, TAU);
        g.fill();
      }
      this.drawButtons(g);
    },
    drawCursor(g) {
      const c = cursor.shown ? cursor : {x: Math.floor(pointer.x), y: Math.floor(pointer.y)};
      const t = towerAt(c.x, c.y), ok = mayBuild(c.x, c.y);
      if (c.x < 0 || c.y < 0 || c.x >= W || c.y >= H - 1) return;
      g.strokeStyle = t || ok ? '#ffffff' : paint.foe;
      g.lineWidth = 0.06;
      g.beginPath();
      g.roundRect(c.x + 0.06, c.y + 0.06, 0.88, 0.88, 0.15);
      g.stroke();
      if (!t && !ok) return;
      g.fillStyle = 'rgba(255,255,255,.1)';
      g.beginPath();
      g.arc(c.x + 0.5, c.y + 0.5, reach(t || {kind, level: 0}), 0, TAU);
      g.fill();
    },
    drawTower(g, t) {
      const c = t.kind ? '#8fd8ff' : paint.hero, x = t.x + 0.5, y = t.y + 0.5;
      round(x - 0.42, y - 0.02, 0.84, 0.5, 0.16, dark(paint.surface, 0.55));
      round(x - 0.36, y - 0.14, 0.72, 0.5, 0.14, light(mix(paint.surface, c, 0.3), 0.15));
      if (t.kind) {
        poly6(g, x, y - 0.26, 0.34 + t.pop * 0.05, c);
      } else sprite(g, heroSprite === 'wizard' ? 'tank' : 'wizard', x, y - 0.26, 0.85 * (1 + t.pop * 0.1), {color: c, flip: t.look, t: now});
      for (let i = 0; i < t.level; i++) sprite(g, 'star', x - 0.28 + i * 0.19, y + 0.32, 0.22, {color: paint.prize});
    },
    drawEnemy(g, e) {
      const size = e.hard ? 1.05 : 0.8;
      round(e.x - 0.28, e.y + 0.24, 0.56, 0.15, 0.07, 'rgba(0,0,0,.3)');
      sprite(g, foeSprite(e.kind), e.x, e.y - 0.08 + Math.sin(now * 9 + e.t) * 0.04, size, {color: e.cold > 0 ? mix(paint.foe, '#bfefff', 0.6) : e.hard ? dark(paint.foe, 0.3) : paint.foe, t: now + e.t, white: e.flash > 0});
      if (e.hp < e.max) {
        round(e.x - 0.35, e.y - 0.68, 0.7, 0.12, 0.05, 'rgba(0,0,0,.6)');
        round(e.x - 0.35, e.y - 0.68, 0.7 * clamp(e.hp / e.max, 0, 1), 0.12, 0.05, '#7ae582');
      }
    },
    drawButtons(g) {
      for (const b of buttons()) {
        const on = b.id === kind, wave0 = b.id === 'wave', off = wave0 ? wave >= play.goal || queue.length : gold < KINDS[b.id].cost + towers.length * 3;
        round(b.x, b.y, b.w, 0.84, 0.24, on ? mix(paint.surface, paint.prize, 0.45) : dark(paint.surface, 0.2));
        const text = wave0 ? own('soon') : KINDS[b.id].name + ' ' + (KINDS[b.id].cost + towers.length * 3);
        label(text, b.x + b.w / 2, b.y + 0.43, 0.4, off ? '#a8a8b8' : '#ffffff');
      }
      if (!queue.length && !enemies.length && wave < play.goal) label(own('in', {n: Math.max(0, Math.ceil(restIn))}), W / 2, 0.5, 0.45);
    },
    probe() {
      const spot = nextTo(road[3]);
      return {x: cursor.x, y: cursor.y, towers: towers.length, gold, spot: {x: spot.x + 0.5, y: spot.y + 0.5}};
    },
    // Builds where most of the road is in reach, then improves.
    bot() {
      if (Math.floor(now * 2) === Math.floor((now - STEP) * 2)) return;
      const frost = has('slow') && towers.length % 4 === 3, best = {n: 0};
      kind = frost ? 1 : 0;
      if (has('upgrade') && towers.length > 3 && towers.length % 2 === 0) {
        const weak = towers.slice().sort((a, b) => a.level - b.level)[0];
        if (weak.level < 2) return gold >= price(weak) && this.use(weak.x, weak.y);
      }
      if (gold < KINDS[kind].cost + towers.length * 3) return;
      for (let x = 0; x < W; x++) {
        for (let y = 0; y < H - 1; y++) {
          if (!mayBuild(x, y)) continue;
          const n = road.filter(c => Math.hypot(c.x - x, c.y - y) < 2.6).length + (W - Math.abs(x - W / 2)) * 0.01;
          if (n > best.n) Object.assign(best, {n, x, y});
        }
      }
      if (best.n) this.use(best.x, best.y);
    },
  };

  function poly6(g, x, y, r, c) {
    pen = g;
    edge = dark(c, 0.7);
    poly(star(6, r, r * 0.45, x, y, now), c);
    poly(star(6, r * 0.5, r * 0.2, x, y, now), '#ffffff', false);
  }
})();
