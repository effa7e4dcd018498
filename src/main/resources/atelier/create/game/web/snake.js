// Snake: a grid shaped like the screen, walls that never close a way off, and the tail behind you.
const GAME = (() => {
  const WAYS = {left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1]};
  let cols, rows, d, pace, base, density, body, way, turns, clock, grow, walls, prize, bonus, pill, portals, hunter, combo, safe, trail;
  const key = (x, y) => y * cols + x;
  const at = (list, x, y) => list.some(c => c.x === x && c.y === y);
  const solid = (x, y) => x < 0 || y < 0 || x >= cols || y >= rows || walls.has(key(x, y));

  // Without the walls mechanic the field has no rim: what leaves on one side enters on the other.
  function ahead(from, [dx, dy]) {
    let x = from.x + dx, y = from.y + dy;
    if (!has('walls')) {
      x = (x + cols) % cols;
      y = (y + rows) % rows;
    }
    const i = portals.findIndex(p => p.x === x && p.y === y);
    return i < 0 ? {x, y} : {x: portals[1 - i].x, y: portals[1 - i].y, through: true};
  }

  // No wall may make a pocket: every free cell is joined to every other, whichever single cell the body blocks. Found in one
  // walk over the field: a cell is a bottleneck when what was first reached through it knows no other way back.
  function open() {
    const order = new Int16Array(cols * rows), back = new Int16Array(cols * rows);
    let count = 0, tight = false;
    const visit = (k, parent) => {
      let children = 0;
      order[k] = back[k] = ++count;
      const x = k % cols;
      for (const n of [x > 0 ? k - 1 : -1, x < cols - 1 ? k + 1 : -1, k - cols, k + cols]) {
        if (n < 0 || n >= order.length || n === parent || walls.has(n)) continue;
        if (order[n]) {
          back[k] = Math.min(back[k], order[n]);
          continue;
        }
        children++;
        visit(n, k);
        back[k] = Math.min(back[k], back[n]);
        if (parent >= 0 && back[n] >= order[k]) tight = true;
      }
      if (parent < 0 && children > 1) tight = true;
    };
    visit(key(cols >> 1, rows >> 1), -1);
    return !tight && count === cols * rows - walls.size;
  }
  function bars(number) {
    if (!has('walls')) return;
    const style = number % 5, wanted = Math.round(density * 9) + (number > 1 ? 1 : 0);
    for (let tries = 0, made = 0; tries < 40 && made < wanted; tries++) {
      const long = d.int(2, style === 3 ? 3 : 6), flat = style === 1 ? true : style === 2 ? false : d.chance(0.5);
      const x0 = d.int(1, cols - 2), y0 = d.int(1, rows - 2), added = [];
      for (let i = 0; i < long; i++) {
        const x = x0 + (flat || style === 3 ? i : 0), y = y0 + (flat ? 0 : i);
        // Left and right mirror each other: it looks made, not thrown.
        for (const mx of [x, cols - 1 - x]) {
          if (!solid(mx, y) && Math.abs(y - (rows >> 1)) > 1 && (rows <= cols || Math.abs(mx - (cols >> 1)) > 1)) added.push(key(mx, y));
        }
      }
      added.forEach(k => walls.add(k));
      if (added.length && open()) made++;
      else added.forEach(k => walls.delete(k));
    }
  }
  function free(far = 0) {
    for (let i = 0; i < 300; i++) {
      const c = {x: d.int(0, cols - 1), y: d.int(0, rows - 1), t: now};
      if (solid(c.x, c.y) || at(body, c.x, c.y) || at(portals, c.x, c.y) || [prize, bonus, pill].some(o => o && o.x === c.x && o.y === c.y)) continue;
      if (i < 200 && (dist(c, body[0]) < far || (has('walls') && (c.x < 1 || c.y < 1 || c.x > cols - 2 || c.y > rows - 2)))) continue;
      return c;
    }
    return {x: 0, y: 0, t: now};
  }
  function rebirth() {
    // Towards the longer side, so that there is time to look around.
    const y = rows >> 1, x = cols >> 1, up = rows > cols;
    body = [0, 1, 2, 3].map(i => up ? {x, y: y + i} : {x: x - i, y});
    way = up ? 'up' : 'right';
    turns = [];
    clock = grow = combo = 0;
    safe = 1.2;
    trail = [];
  }

  return {
    pad: '', unit: own('unit'), keepsLives: true,
    keys: own('keys'), touch: own('touch'),
    start(level, dice) {
      d = dice;
      const ratio = clamp(stage.view.w / stage.view.h, 0.48, 2.1), cells = 250;
      rows = clamp(Math.round(Math.sqrt(cells / ratio)), 10, 24) | 1;
      cols = clamp(Math.round(rows * ratio), 10, 24) | 1;
      density = level.density;
      base = 0.165 / clamp(level.speed, 0.5, 3) ** 0.8;
      pace = base;
      walls = new Set();
      portals = [];
      prize = bonus = pill = hunter = null;
      rebirth();
      play.goal = clamp(level.goal, 1, 60);
      bars(level.number);
      if (has('portals') && level.number > 1) {
        const a = free(4);
        portals = [a];
        portals.push(free(4));
      }
      if (has('hunter') && level.number > 2) hunter = {...free(7), px: 0, py: 0, way: 'left', clock: 0};
      if (hunter) Object.assign(hunter, {px: hunter.x, py: hunter.y});
      prize = free(3);
      this.fairSeconds = play.goal * (cols + rows) * base * 0.75 + 10;
      board(cols + 0.6, rows + 0.6);
    },
    step(dt) {
      this.turn();
      safe = Math.max(0, safe - dt);
      combo = Math.max(0, combo - dt * 0.3);
      // A prize that nobody reaches goes elsewhere.
      if (now - prize.t > 25) prize = free(3);
      if (bonus && now - bonus.t > 7) bonus = null;
      if (pill && now - pill.t > 10) pill = null;
      if (hunter) this.hunt(dt);
      clock += dt;
      if (clock < pace) return;
      clock -= pace;
      if (turns.length) way = turns.shift();
      const next = ahead(body[0], WAYS[way]), tail = body.length - 1;
      if (solid(next.x, next.y) || body.some((c, i) => i < tail - (grow > 0 ? -1 : 0) && c.x === next.x && c.y === next.y)) return this.crash();
      trail = body[tail];
      body.unshift(next);
      if (grow > 0) grow--;
      else body.pop();
      if (next.through) {
        sfx('power');
        burst(next.x + 0.5, next.y + 0.5, paint.text, 12, 4);
      }
      this.eat(next);
    },
    turn() {
      for (const name in WAYS) {
        if (took(name) || pointer.swipe === name) this.want(name);
      }
      if (pointer.clicked && !attract) {
        const dx = pointer.x - 0.3 - body[0].x - 0.5, dy = pointer.y - 0.3 - body[0].y - 0.5, flat = WAYS[turns[0] || way][0] !== 0;
        this.want(flat ? (dy > 0 ? 'down' : 'up') : dx > 0 ? 'right' : 'left');
      }
    },
    want(name) {
      const from = turns.length ? turns[turns.length - 1] : way, a = WAYS[from], b = WAYS[name];
      if (turns.length < 2 && from !== name && (a[0] + b[0] !== 0 || a[1] + b[1] !== 0)) {
        turns.push(name);
        sfx('step');
      }
    },
    eat(head) {
      const x = head.x + 0.8, y = head.y + 0.3, hit = o => o && o.x === head.x && o.y === head.y;
      if (hit(prize)) {
        combo = Math.min(9, Math.floor(combo) + 1.99);
        if (has('grow')) grow += 1;
        this.bite(1, x, y);
        if (has('speed-up')) pace = Math.max(base * 0.55, pace * 0.985);
        prize = free(3);
        if (has('bonus') && !bonus && d.chance(0.25)) bonus = free(4);
        if (has('shrink') && !pill && body.length > 9 && d.chance(0.3)) pill = free(4);
      } else if (hit(bonus)) {
        bonus = null;
        say(x, y - 0.8, own('bonus'), paint.prize, 0.9);
        this.bite(3, x, y);
        sfx('power');
      } else if (hit(pill)) {
        pill = null;
        body.splice(Math.max(3, body.length - 5));
        say(x, y, own('shrunk'), paint.text, 0.7);
        sfx('power');
        burst(x, y, paint.text, 20, 4);
      }
    },
    bite(worth, x, y) {
      const n = Math.floor(combo);
      play.progress += worth;
      gain(10 * worth * Math.max(1, n), x, y);
      if (n > 2) say(x, y - 0.7, own('row', {n}), paint.text, 0.5);
      sfx('take', n);
      burst(x, y + 0.3, [paint.prize, light(paint.prize)], 16, 5);
      shake(0.12);
      if (play.progress >= play.goal) pass();
    },
    crash() {
      const h = body[0];
      burst(h.x + 0.8, h.y + 0.8, [paint.hero, paint.foe], 40, 7, {life: 0.9});
      if (!hurt()) {
        rebirth();
        if (hunter && dist(hunter, body[0]) < 6) Object.assign(hunter, free(7));
      }
    },
    hunt(dt) {
      hunter.clock += dt;
      const slow = base * 2.3;
      if (hunter.clock > slow) {
        hunter.clock -= slow;
        hunter.px = hunter.x;
        hunter.py = hunter.y;
        const options = Object.keys(WAYS).filter(w => !solid(hunter.x + WAYS[w][0], hunter.y + WAYS[w][1]));
        const toward = options.slice().sort((a, b) => dist({x: hunter.x + WAYS[a][0], y: hunter.y + WAYS[a][1]}, body[0])
          - dist({x: hunter.x + WAYS[b][0], y: hunter.y + WAYS[b][1]}, body[0]))[0];
        if (!options.includes(hunter.way) || d.chance(0.35)) hunter.way = d.chance(0.5) ? toward : d.pick(options);
        hunter.x += WAYS[hunter.way][0];
        hunter.y += WAYS[hunter.way][1];
      }
      if (safe <= 0 && hunter.x === body[0].x && hunter.y === body[0].y) this.crash();
    },
    // Where segment i is right now, between its cell and the one it comes from.
    place(i) {
      const t = clamp(clock / pace, 0, 1), c = body[i], from = body[i + 1] || trail || c;
      if (from.x === undefined || Math.abs(c.x - from.x) + Math.abs(c.y - from.y) !== 1) return {x: c.x + 0.8, y: c.y + 0.8, cut: true};
      return {x: lerp(from.x, c.x, t) + 0.8, y: lerp(from.y, c.y, t) + 0.8};
    },
    draw(g) {
      round(0, 0, cols + 0.6, rows + 0.6, 0.5, has('walls') ? dark(paint.surface, 0.25) : fade(paint.surface, 0.4));
      round(0.3, 0.3, cols, rows, 0.3, mix(paint.background, paint.surface, 0.3));
      g.fillStyle = fade(light(paint.surface), 0.09);
      for (let y = 0; y < rows; y++) for (let x = y % 2; x < cols; x += 2) g.fillRect(x + 0.3, y + 0.3, 1, 1);
      for (const k of walls) tile(k % cols + 0.3, Math.floor(k / cols) + 0.3, 1, 1, light(paint.surface, 0.12));
      portals.forEach((p, i) => {
        for (let r = 3; r > 0; r--) {
          g.strokeStyle = fade(i ? paint.prize : paint.hero, 0.3 + r * 0.2);
          g.lineWidth = 0.09;
          g.beginPath();
          g.arc(p.x + 0.8, p.y + 0.8, ((r * 0.16 + now * 0.3) % 0.5) + 0.03, 0, TAU);
          g.stroke();
        }
      });
      const bob = Math.sin(now * 4) * 0.06, pop = o => Math.min(1, spring(Math.min(1, (now - o.t) * 1.6)));
      halo(prize.x + 0.8, prize.y + 0.8, 1.3, paint.prize, 0.4);
      sprite(g, prizeSprite, prize.x + 0.8, prize.y + 0.8 + bob, 0.95 * pop(prize), {color: paint.prize, t: now});
      if (bonus) {
        halo(bonus.x + 0.8, bonus.y + 0.8, 2, paint.prize, 0.6);
        sprite(g, 'star', bonus.x + 0.8, bonus.y + 0.8, 1.25 * pop(bonus) * (1 + bob), {color: light(paint.prize, 0.3), t: now, rot: Math.sin(now * 3) * 0.2});
      }
      if (pill) sprite(g, 'mushroom', pill.x + 0.8, pill.y + 0.8 - bob, pop(pill), {color: turn(paint.hero, 150), t: now});
      this.drawSnake(g);
      if (hunter) {
        const t = clamp(hunter.clock / (base * 2.3), 0, 1), x = lerp(hunter.px, hunter.x, t) + 0.8, y = lerp(hunter.py, hunter.y, t) + 0.8;
        halo(x, y, 1.4, paint.foe, 0.4);
        sprite(g, foeSprite(0), x, y + bob, 1.15, {color: paint.foe, t: now, flip: hunter.way === 'left'});
      }
    },
    drawSnake(g) {
      if (safe > 0 && Math.floor(now * 10) % 3 === 0) return;
      const n = body.length;
      g.lineCap = 'round';
      for (const pass of [0, 1]) {
        for (let i = n - 1; i > 0; i--) {
          const a = this.place(i), b = this.place(i - 1);
          const w = 0.78 - 0.34 * (i / n), c = mix(paint.hero, dark(paint.hero, 0.45), i / n);
          g.strokeStyle = pass ? (i % 3 === 0 ? light(c, 0.18) : c) : dark(paint.hero, 0.7);
          g.lineWidth = pass ? w : w + 0.12;
          g.beginPath();
          g.moveTo(a.x, a.y);
          if (Math.hypot(a.x - b.x, a.y - b.y) < 1.6) g.lineTo(b.x, b.y);
          else g.lineTo(a.x, a.y + 0.01);
          g.stroke();
        }
      }
      const h = this.place(0), angle = {right: 0, down: Math.PI / 2, left: Math.PI, up: -Math.PI / 2}[way];
      if (heroSprite !== 'snake') return sprite(g, heroSprite, h.x, h.y, 1.35, {color: paint.hero, t: now, flip: way === 'left'});
      g.save();
      g.translate(h.x, h.y);
      g.rotate(angle);
      pen = g;
      edge = dark(paint.hero, 0.75);
      const lick = Math.sin(now * 7) > 0.4 ? 0.2 : 0;
      stroke([0.4, 0, 0.5 + lick, 0], '#ff4d6d', 0.08);
      blob(0.08, 0, 0.5, 0.44, paint.hero);
      for (const s of [-1, 1]) {
        blob(0.2, s * 0.2, 0.15, 0.15, '#fff', false);
        blob(0.25, s * 0.2, 0.08, 0.09, '#17131f', false);
      }
      g.restore();
    },
    probe: () => ({x: body[0].x, y: body[0].y, way, queue: turns.length}),
    // The shortest way to the prize; when there is none, to wherever most room is left.
    bot() {
      if (clock + STEP < pace || turns.length) return;
      const blocked = c => solid(c.x, c.y) || body.some((b, i) => i < body.length - 1 && b.x === c.x && b.y === c.y) || (hunter && Math.abs(c.x - hunter.x) + Math.abs(c.y - hunter.y) < 2);
      const reach = first => {
        const seen = new Set([key(first.x, first.y)]), queue = [{...first, far: 0}];
        let found = Infinity;
        for (const c of queue) {
          if (c.x === prize.x && c.y === prize.y) found = Math.min(found, c.far);
          for (const w of Object.values(WAYS)) {
            const n = ahead(c, w);
            if (blocked(n) || seen.has(key(n.x, n.y))) continue;
            seen.add(key(n.x, n.y));
            queue.push({...n, far: c.far + 1});
          }
        }
        return {found, room: seen.size};
      };
      let choice = null, score = -Infinity;
      for (const name in WAYS) {
        const a = WAYS[way], b = WAYS[name], n = ahead(body[0], b);
        if ((a[0] + b[0] === 0 && a[1] + b[1] === 0) || blocked(n)) continue;
        const {found, room} = reach(n), value = (room > body.length ? 1000 : room) - (found === Infinity ? 500 : found);
        if (value > score) {
          score = value;
          choice = name;
        }
      }
      if (choice && choice !== way) this.want(choice);
    },
  };
})();
