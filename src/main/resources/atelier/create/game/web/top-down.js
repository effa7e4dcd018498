// Rooms seen from above. Every room is joined to every other; what a key locks is never where the key lies.
const GAME = (() => {
  let cols, rows, d, floor, hero, things, enemies, gate, door, heroSpeed, foeSpeed, ring, cool, seen, field, fieldAt, combo, comboAt, noKey, plan;
  const cell = (x, y) => Math.floor(y) * cols + Math.floor(x);
  const free = (x, y) => x >= 0 && y >= 0 && x < cols && y < rows && floor[cell(x, y)] > 0 && (!gate || gate.open || cell(x, y) !== cell(gate.x, gate.y));

  function build(level) {
    const map = layRooms(level, d);
    ({cols, rows, floor, gate} = map);
    return map;
  }
  function flood(from, shut) {
    const far = new Int16Array(cols * rows).fill(-1), queue = [cell(from.x, from.y)];
    far[queue[0]] = 0;
    for (const c of queue) {
      for (const n of [c - 1, c + 1, c - cols, c + cols]) {
        if (n < 0 || n >= far.length || far[n] >= 0 || !floor[n] || (gate && (shut || !gate.open) && n === cell(gate.x, gate.y))) continue;
        far[n] = far[c] + 1;
        queue.push(n);
      }
    }
    return far;
  }
  function inSight(a, b) {
    const n = Math.ceil(dist(a, b) * 3);
    for (let i = 1; i < n; i++) if (!free(lerp(a.x, b.x, i / n), lerp(a.y, b.y, i / n))) return false;
    return true;
  }
  function walk(who, dx, dy, r) {
    const ok = (x, y) => free(x - r, y - r) && free(x + r, y - r) && free(x - r, y + r) && free(x + r, y + r);
    if (ok(who.x + dx, who.y)) who.x += dx;
    else if (dx && !dy) slide(who, ok, dx, 'y');
    if (ok(who.x, who.y + dy)) who.y += dy;
    else if (dy && !dx) slide(who, ok, dy, 'x');
  }
  // Round a corner that is nearly passed, so that doors are easy.
  function slide(who, ok, step, axis) {
    const mid = Math.floor(who[axis]) + 0.5 - who[axis], by = clamp(mid, -Math.abs(step), Math.abs(step));
    if (Math.abs(mid) < 0.01) return;
    const fits = axis === 'y' ? ok(who.x + step, who.y + mid) : ok(who.x + mid, who.y + step);
    if (fits) who[axis] += by;
  }
  const openDoor = () => !has('collect') || play.progress >= play.goal;

  return {
    pad: has('strike') ? 'lruda' : 'lrud', padWord: own('pad'), unit: own('unit'), keys: own('keys') + (has('strike') ? ' · ' + own('strikes') : ''),
    touch: own('touch'),
    start(level, dice) {
      d = dice;
      play.goal = has('collect') ? clamp(level.goal, 1, 30) : 1;
      const {rooms, end} = build(level), first = rooms[0];
      heroSpeed = 5.2;
      foeSpeed = clamp(2.1 * level.speed ** 0.6, 1.6, 4.2) * (has('strike') ? 1 : 0.85) * (1 - Math.min(0.3, play.tries * 0.06));
      hero = {x: first.cx + 0.5, y: first.cy + 0.5, face: 1, safe: 1.5, vx: 0, vy: 0, moving: 0};
      things = [];
      enemies = [];
      cool = ring = combo = 0;
      comboAt = -9;
      const near = flood(hero, true), all = [];
      for (let c = 0; c < floor.length; c++) if (floor[c] === 1 && (!gate || near[c] > 0)) all.push(c);
      d.shuffle(all);
      const take = (minFar, kind) => {
        let i = all.findIndex(c => near[c] >= minFar || (!near[c] && minFar < 1));
        if (i < 0) i = 0;
        const [c] = all.splice(i, 1), o = {x: c % cols + 0.5, y: Math.floor(c / cols) + 0.5, kind, t: d() * 9};
        things.push(o);
        return o;
      };
      door = {x: end.cx + 0.5, y: end.cy + 0.5};
      const drop = all.indexOf(cell(door.x, door.y));
      if (drop >= 0) all.splice(drop, 1);
      if (gate) take(6, 'key');
      if (has('collect')) for (let i = 0; i < play.goal + 2; i++) take(3, 'prize');
      play.goal = has('collect') ? Math.min(play.goal, things.filter(o => o.kind === 'prize').length) : 1;
      if (has('heal')) for (let i = 0; i < 1 + level.number / 5; i++) take(5, 'heart');
      const n = has('chase') || !has('collect') ? Math.round(1 + level.density * rooms.length * (has('strike') ? 1.1 : 0.5)) : 0;
      for (let i = 0; i < n; i++) {
        const o = take(8, 'spawn');
        things.pop();
        enemies.push({x: o.x, y: o.y, kind: i, t: o.t, dir: d() * TAU, turnAt: 0, stun: 0, kx: 0, ky: 0, awake: 0});
      }
      seen = new Uint8Array(cols * rows);
      fieldAt = -9;
      plan = null;
      noKey = -9;
      this.fairSeconds = (cols + rows) * 1.1 + play.goal * 5 + 25;
      scrolling(cols, rows, 21, stage.h > stage.w ? 13 : 12);
      camera(hero.x, hero.y);
    },
    step(dt) {
      let dx = held.right - held.left, dy = held.down - held.up;
      if (!dx && !dy && pointer.down && !attract && dist(pointer, hero) > 0.5) {
        dx = (pointer.x - hero.x) / dist(pointer, hero);
        dy = (pointer.y - hero.y) / dist(pointer, hero);
      }
      const size = Math.hypot(dx, dy) || 1;
      hero.vx = lerp(hero.vx, dx / size * heroSpeed, 0.35);
      hero.vy = lerp(hero.vy, dy / size * heroSpeed, 0.35);
      if (!dx) hero.vx *= 0.6;
      if (!dy) hero.vy *= 0.6;
      if (dx) hero.face = Math.sign(dx);
      hero.moving = Math.hypot(hero.vx, hero.vy);
      walk(hero, hero.vx * dt, hero.vy * dt, 0.3);
      hero.safe -= dt;
      cool -= dt;
      ring = Math.max(0, ring - dt * 3);
      if (has('strike') && acted() && cool <= 0) this.strike();
      if (now - fieldAt > 0.25) {
        fieldAt = now;
        field = flood(hero);
      }
      for (const e of enemies) this.enemy(e, dt);
      this.touchThings();
      if (has('fog')) this.lightUp();
      camera(hero.x, hero.y, 0.14);
    },
    strike() {
      cool = 0.55;
      ring = 1;
      sfx('shoot');
      burst(hero.x, hero.y, light(paint.hero), 14, 6);
      for (const e of enemies) {
        const far = dist(e, hero);
        if (far > 2.1) continue;
        e.stun = 1.4;
        e.kx = (e.x - hero.x) / (far || 1) * 13;
        e.ky = (e.y - hero.y) / (far || 1) * 13;
        gain(5, e.x, e.y - 0.5);
        sfx('hit');
        shake(0.25);
        freeze = 0.04;
        burst(e.x, e.y, paint.foe, 12, 5);
      }
    },
    enemy(e, dt) {
      e.stun -= dt;
      walk(e, e.kx * dt, e.ky * dt, 0.28);
      e.kx *= 0.88;
      e.ky *= 0.88;
      if (e.stun > 0) return;
      const far = dist(e, hero);
      const sees = has('chase') && far < (has('strike') ? 7 : 5) && hero.safe < 1 && inSight(e, hero);
      if (sees && e.awake <= 0) {
        say(e.x, e.y - 0.8, '!', paint.foe, 0.9);
        sfx('step');
      }
      e.awake = sees ? 2 : e.awake - dt;
      if (e.awake > 0) {
        const c = cell(e.x, e.y);
        let best = c;
        for (const n of [c - 1, c + 1, c - cols, c + cols]) if (field[n] >= 0 && (field[n] < field[best] || field[best] < 0)) best = n;
        const tx = far < 1.3 ? hero.x : best % cols + 0.5, ty = far < 1.3 ? hero.y : Math.floor(best / cols) + 0.5, a = Math.atan2(ty - e.y, tx - e.x);
        walk(e, Math.cos(a) * foeSpeed * dt, Math.sin(a) * foeSpeed * dt, 0.2);
        e.flip = tx < e.x;
      } else {
        e.turnAt -= dt;
        const v = foeSpeed * 0.5 * dt, x = e.x, y = e.y;
        if (e.turnAt < 0) {
          e.dir = d.int(0, 3) * Math.PI / 2;
          e.turnAt = 1 + d() * 2;
        }
        walk(e, Math.cos(e.dir) * v, Math.sin(e.dir) * v, 0.28);
        if (Math.hypot(e.x - x, e.y - y) < v * 0.3) e.turnAt = Math.min(e.turnAt, 0.1);
        e.flip = Math.cos(e.dir) < -0.1;
      }
      if (hero.safe <= 0 && far < 0.72) {
        burst(hero.x, hero.y, [paint.hero, '#ffffff'], 26, 6);
        hero.safe = 2.2;
        e.stun = 1.6;
        e.kx = (e.x - hero.x) * 14;
        e.ky = (e.y - hero.y) * 14;
        hurt();
      }
    },
    touchThings() {
      for (const o of things) {
        if (dist(o, hero) > 0.75) continue;
        if (o.kind === 'heart' && play.lives >= 3) continue;
        o.got = true;
        if (o.kind === 'prize') {
          play.progress++;
          combo = now - comboAt < 3 ? Math.min(8, combo + 1) : 0;
          comboAt = now;
          gain(20 + combo * 5, o.x, o.y - 0.4);
          sfx('take', combo);
          burst(o.x, o.y, [paint.prize, '#ffffff'], 16, 4);
          if (play.progress === play.goal) {
            if (!has('exit')) return pass();
            say(hero.x, hero.y - 1.4, word('door'), paint.prize, 0.6);
            sfx('power');
            blink(paint.prize, 0.3);
          }
        } else if (o.kind === 'key') {
          gate.open = true;
          fieldAt = -9;
          say(hero.x, hero.y - 1.2, own('gate'), paint.prize, 0.6);
          sfx('power');
          burst(gate.x, gate.y, paint.prize, 30, 5);
          shake(0.3);
        } else {
          play.lives++;
          say(o.x, o.y - 0.5, '+♥', '#ff5a6e', 0.8);
          sfx('power');
          burst(o.x, o.y, '#ff5a6e', 20, 4);
        }
      }
      things = things.filter(o => !o.got);
      if (gate && !gate.open && dist(gate, hero) < 1.1 && now - noKey > 2) {
        noKey = now;
        say(gate.x, gate.y - 0.7, own('locked'), paint.text, 0.6);
        sfx('nope');
      }
      if (has('exit') && dist(door, hero) < 0.7) {
        if (openDoor()) {
          play.progress = play.goal;
          pass();
        } else if (now - (door.said || 0) > 2) {
          door.said = now;
          say(door.x, door.y - 1, word('more', {n: play.goal - play.progress}), paint.text, 0.6);
          sfx('nope');
        }
      }
    },
    lightUp() {
      const r = 5;
      for (let y = Math.max(0, Math.floor(hero.y - r)); y < Math.min(rows, hero.y + r); y++) {
        for (let x = Math.max(0, Math.floor(hero.x - r)); x < Math.min(cols, hero.x + r); x++) if (Math.hypot(x + 0.5 - hero.x, y + 0.5 - hero.y) < r) seen[y * cols + x] = 1;
      }
    },
    draw(g) {
      const wall = mix(paint.surface, '#000000', 0.15), ground = mix(paint.background, paint.surface, 0.42), style = play.level.number % 4;
      g.fillStyle = dark(paint.background, 0.45);
      g.fillRect(-30, -30, cols + 60, rows + 60);
      const a = toWorld(0, 0), b = toWorld(stage.w, stage.h), x0 = Math.max(0, Math.floor(a.x)), x1 = Math.min(cols - 1, Math.ceil(b.x)), y0 = Math.max(0, Math.floor(a.y)), y1 = Math.min(rows - 1, Math.ceil(b.y));
      for (let y = y0; y <= y1; y++) {
        for (let x = x0; x <= x1; x++) {
          const c = y * cols + x, r = hash('t' + c) % 7;
          if (floor[c]) {
            g.fillStyle = floor[c] === 2 ? dark(ground, 0.12) : (style % 2 ? (x + y) % 2 : r > 4) ? light(ground, 0.05) : ground;
            g.fillRect(x, y, 1.02, 1.02);
            if (r === 0) {
              g.fillStyle = fade(light(ground, 0.5), 0.25);
              g.fillRect(x + 0.3, y + 0.4, 0.3, 0.08);
              g.fillRect(x + 0.5, y + 0.6, 0.2, 0.08);
            }
            if (!floor[c - cols]) {
              g.fillStyle = 'rgba(0,0,0,.28)';
              g.fillRect(x, y, 1.02, 0.25);
            }
          } else if (floor[c + cols] || floor[c + 1] || floor[c - 1] || floor[c - cols] || floor[c + cols + 1] || floor[c + cols - 1]) {
            g.fillStyle = light(wall, 0.12);
            g.fillRect(x, y, 1.02, 1.02);
            if (floor[c + cols]) {
              g.fillStyle = dark(wall, 0.3);
              g.fillRect(x, y + 0.55, 1.02, 0.47);
              g.fillStyle = dark(wall, 0.5);
              g.fillRect(x + (r % 2 ? 0.2 : 0.6), y + 0.62, 0.3, 0.14);
            }
            g.fillStyle = light(wall, 0.28);
            g.fillRect(x, y, 1.02, 0.1);
          }
        }
      }
      if (gate && !gate.open) {
        tile(gate.x - 0.5, gate.y - 0.5, 1, 1, paint.prize, 0.1);
        round(gate.x - 0.1, gate.y - 0.2, 0.2, 0.4, 0.08, dark(paint.prize, 0.7));
      }
      this.drawDoor(g);
      for (const o of things) {
        const y = o.y + Math.sin(now * 3 + o.t) * 0.07;
        halo(o.x, y, 0.9, o.kind === 'heart' ? '#ff5a6e' : paint.prize, 0.35);
        if (o.kind === 'key') this.drawKey(g, o.x, y);
        else sprite(g, o.kind === 'heart' ? 'heart' : prizeSprite, o.x, y, 0.62, {color: o.kind === 'heart' ? '#ff5a6e' : paint.prize, t: now + o.t});
      }
      for (const e of enemies) {
        round(e.x - 0.3, e.y + 0.3, 0.6, 0.18, 0.09, 'rgba(0,0,0,.3)');
        sprite(g, foeSprite(e.kind), e.x, e.y - 0.15, e.awake > 0 ? 1.12 : 1, {color: paint.foe, t: now + e.t, flip: e.flip, rot: e.stun > 0 ? Math.sin(now * 22) * 0.3 : 0});
      }
      if (hero.safe <= 0 || play.over || Math.floor(now * 12) % 2) {
        round(hero.x - 0.32, hero.y + 0.3, 0.64, 0.2, 0.1, 'rgba(0,0,0,.35)');
        sprite(g, heroSprite, hero.x, hero.y - 0.2 - Math.abs(Math.sin(now * 10)) * 0.06 * hero.moving / heroSpeed, 1.1, {color: paint.hero, t: hero.moving > 0.6 ? now * 1.5 : now * 0.2, flip: hero.face < 0});
      }
      if (ring > 0) {
        g.strokeStyle = fade(light(paint.hero, 0.4), ring);
        g.lineWidth = 0.16 * ring;
        g.beginPath();
        g.arc(hero.x, hero.y, 2.1 * (1 - ring * ring), 0, TAU);
        g.stroke();
      }
      if (has('fog')) this.drawFog(g, x0, x1, y0, y1);
    },
    drawDoor(g) {
      if (!has('exit')) return;
      const ready = openDoor();
      if (ready) halo(door.x, door.y, 1.8 + Math.sin(now * 4) * 0.2, paint.prize, 0.6);
      round(door.x - 0.55, door.y - 0.75, 1.1, 1.3, 0.5, dark(paint.surface, 0.65));
      round(door.x - 0.4, door.y - 0.58, 0.8, 1.1, 0.38, ready ? light(paint.prize, 0.35) : dark(paint.foe, 0.45));
      if (!ready) label(play.goal - play.progress + '', door.x, door.y, 0.45);
    },
    drawKey(g, x, y) {
      g.strokeStyle = paint.prize;
      g.lineWidth = 0.11;
      g.beginPath();
      g.arc(x - 0.16, y, 0.15, 0, TAU);
      g.moveTo(x - 0.01, y);
      g.lineTo(x + 0.35, y);
      g.lineTo(x + 0.35, y + 0.14);
      g.moveTo(x + 0.2, y);
      g.lineTo(x + 0.2, y + 0.12);
      g.stroke();
    },
    drawFog(g, x0, x1, y0, y1) {
      g.fillStyle = fade(dark(paint.background, 0.6), 0.9);
      for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) if (!seen[y * cols + x]) g.fillRect(x, y, 1.03, 1.03);
      const far = 26, grad = g.createRadialGradient(hero.x, hero.y, 3.6, hero.x, hero.y, 7);
      grad.addColorStop(0, 'rgba(0,0,0,0)');
      grad.addColorStop(1, fade(dark(paint.background, 0.75), 0.55));
      g.fillStyle = grad;
      g.fillRect(hero.x - far, hero.y - far, far * 2, far * 2);
    },
    probe: () => ({x: hero.x, y: hero.y, gate: !!gate && gate.open}),
    // Straight to the next thing that counts, around foes; strikes those that come close.
    bot() {
      if (plan && --plan.ticks > 0 && dist(plan, hero) > 0.2) return this.head(plan);
      const wants = things.filter(o => o.kind === 'key' || (o.kind === 'prize' && !openDoor()) || (o.kind === 'heart' && play.lives < 3)), targets = wants.length ? wants : [door];
      const start = cell(hero.x, hero.y), risks = new Float32Array(cols * rows).fill(-1), cost = new Float32Array(cols * rows).fill(Infinity), from = new Int16Array(cols * rows).fill(-1), queue = [start];
      cost[start] = 0;
      const risk = c => risks[c] >= 0 ? risks[c] : risks[c] = enemies.reduce((sum, e) => { const r = Math.hypot(c % cols + 0.5 - e.x, Math.floor(c / cols) + 0.5 - e.y); return sum + (r < 3 && e.stun < 0.4 ? (3.2 - r) * 4 : 0); }, 0);
      for (const c of queue) {
        if (queue.length > 6000) break;
        for (const n of [c - 1, c + 1, c - cols, c + cols]) {
          if (!free(n % cols + 0.5, Math.floor(n / cols) + 0.5)) continue;
          const v = cost[c] + 1 + risk(n);
          if (v < cost[n] - 0.01) {
            cost[n] = v;
            from[n] = c;
            queue.push(n);
          }
        }
      }
      const goal = targets.reduce((a, b) => cost[cell(b.x, b.y)] < cost[cell(a.x, a.y)] ? b : a);
      let step = cell(goal.x, goal.y);
      while (from[step] >= 0 && from[step] !== start) step = from[step];
      plan = {x: step === start ? goal.x : step % cols + 0.5, y: step === start ? goal.y : Math.floor(step / cols) + 0.5, ticks: 14};
      this.head(plan);
    },
    head(to) {
      const dx = to.x - hero.x, dy = to.y - hero.y, near = enemies.some(e => e.stun < 0.2 && dist(e, hero) < 1.8);
      steer({left: dx < -0.12, right: dx > 0.12, up: dy < -0.12, down: dy > 0.12, action: near && !held.action});
    },
  };
})();
