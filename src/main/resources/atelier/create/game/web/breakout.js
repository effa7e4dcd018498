// Breakout: a wall drawn by the seed, a paddle that aims, prizes that fall.
const GAME = (() => {
  let W, H, d, bricks, balls, paddle, drops, base, quick, streak, idle, sink, sinkEvery, serve, trail, lastX, wider, slower, cell;

  // Six ways to draw a wall; each mirrors itself, so that it looks meant.
  function build(level) {
    const cols = W > H ? 14 : 9, wantRows = clamp(Math.ceil(level.goal / cols * 1.15) + 1, 4, W > H ? 8 : 12), kind = (level.number - 1) % 6;
    const w = (W - 1) / cols, h = W > H ? 0.72 : 0.66, art = d();
    cell = {w, h};
    bricks = [];
    const half = Math.ceil(cols / 2);
    for (let rows = wantRows; rows < wantRows + 4; rows++) {
      bricks = [];
      const dots = Array.from({length: rows}, () => Array.from({length: half}, () => d() < 0.5 + level.density * 0.3));
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < cols; c++) {
          const m = Math.min(c, cols - 1 - c);
          const on = [true, (r + c) % 2 === 0 || r % 3 === 0, m >= rows - 1 - r - 2, dots[r][m], c % 3 !== (art > 0.5 ? 1 : 0), Math.abs(Math.sin((c / cols) * TAU) * rows / 2 + rows / 2 - r) < 2.2][kind];
          if (!on) continue;
          const tough = has('tough-bricks') && d.chance(level.density * 0.45);
          bricks.push({x: 0.5 + c * w, y: 1.2 + r * h, w: w - 0.08, h: h - 0.08, hits: tough ? 2 : 1, tough, row: r / rows, shake: 0, born: (r + m) * 0.03});
        }
      }
      if (bricks.length >= Math.min(level.goal, cols * 4)) break;
    }
    play.goal = Math.min(level.goal, bricks.length);
  }
  function newBall() {
    serve = 2.5;
    balls = [{x: paddle.x, y: paddle.y - 0.4, vx: 0, vy: 0, held: true}];
    streak = 0;
  }
  const pace = () => base * (has('speed-up') ? 1 + Math.min(0.5, quick * 0.012) : 1) * (slower > 0 ? 0.68 : 1);
  function aim(b, angle) {
    const v = pace();
    b.vx = Math.sin(angle) * v;
    b.vy = -Math.cos(angle) * v;
  }
  const paddleWidth = () => paddle.w * (wider > 0 ? 1.55 : 1);

  return {
    pad: '', wide: true, unit: own('unit'), keys: own('keys'), touch: own('touch'),
    start(level, dice) {
      d = dice;
      if (tallScreen()) {
        W = 12;
        H = clamp(12 * stage.view.h / stage.view.w, 15, 23);
      } else {
        W = 22;
        H = 12.6;
      }
      board(W, H);
      base = 7.6 * clamp(level.speed, 0.5, 3) ** 0.6 * (W > H ? 1.12 : 1.25);
      paddle = {x: W / 2, y: H - 0.9, w: clamp(3.4 - level.number * 0.05, 2.5, 3.4) * (W > H ? 1.1 : 0.85), pop: 0};
      drops = [];
      trail = [];
      quick = wider = slower = idle = streak = 0;
      lastX = pointer.x;
      build(level);
      sinkEvery = has('descend') && level.number > 1 ? clamp(14 - level.number * 0.3, 9, 14) : 0;
      sink = sinkEvery;
      this.fairSeconds = play.goal * 2.2 + 30;
      newBall();
    },
    step(dt) {
      const want = held.right - held.left;
      if (want) paddle.x += want * dt * (W > H ? 17 : 13);
      else if (Math.abs(pointer.x - lastX) > 0.001 && !attract) paddle.x = pointer.x;
      lastX = pointer.x;
      paddle.x = clamp(paddle.x, paddleWidth() / 2, W - paddleWidth() / 2);
      paddle.pop = Math.max(0, paddle.pop - dt * 5);
      quick += dt;
      wider -= dt;
      slower -= dt;
      idle += dt;
      this.descend(dt);
      for (const b of balls) this.fly(b, dt);
      balls = balls.filter(b => b.y < H + 1);
      if (!balls.length && !play.over) {
        quick = 0;
        burst(paddle.x, H, paint.hero, 20, 5);
        if (!hurt()) newBall();
      }
      for (const p of drops) {
        p.y += dt * 4;
        if (Math.abs(p.x - paddle.x) < paddleWidth() / 2 + 0.3 && Math.abs(p.y - paddle.y) < 0.5) this.take(p);
      }
      drops = drops.filter(p => p.y < H + 1 && !p.taken);
      for (const b of bricks) b.shake = Math.max(0, b.shake - dt * 4);
    },
    descend(dt) {
      if (!sinkEvery || (sink -= dt) > 0) return;
      sink = sinkEvery;
      const low = Math.max(...bricks.map(b => b.y + b.h));
      if (low > paddle.y - 3) return;
      for (const b of bricks) b.y += cell.h * 0.5;
      shake(0.25);
      sfx('boom');
    },
    fly(b, dt) {
      if (b.held) {
        b.x = paddle.x;
        b.y = paddle.y - 0.42;
        serve -= dt;
        if (acted() | took('up') || (pointer.tapped && !attract) || serve < 0) {
          b.held = false;
          aim(b, (d() - 0.5) * 0.9);
          sfx('jump');
        }
        return;
      }
      const v = pace(), now2 = Math.hypot(b.vx, b.vy) || 1;
      b.vx *= v / now2;
      b.vy *= v / now2;
      if (Math.abs(b.vy) < v * 0.22) b.vy = Math.sign(b.vy || -1) * v * 0.24;
      // Long without a brick: a small push, so that no ball runs in a circle for ever.
      if (idle > 9) {
        idle = 4;
        b.vx += (d() - 0.5) * v;
      }
      for (let i = 0; i < 4; i++) this.nudge(b, dt / 4);
      if (!fast) trail.push({x: b.x, y: b.y, at: now});
      while (trail.length && (now - trail[0].at > 0.22 || trail.length > 90)) trail.shift();
    },
    nudge(b, dt) {
      const r = 0.27;
      b.x += b.vx * dt;
      if (b.x < r || b.x > W - r) {
        b.x = clamp(b.x, r, W - r);
        b.vx = -b.vx;
        sfx('bounce', 0);
      }
      let hit = bricks.find(k => b.x > k.x - r && b.x < k.x + k.w + r && b.y > k.y - r && b.y < k.y + k.h + r);
      if (hit) {
        b.x -= b.vx * dt;
        b.vx = -b.vx;
        this.strike(hit, b);
      }
      b.y += b.vy * dt;
      if (b.y < r) {
        b.y = r;
        b.vy = Math.abs(b.vy);
        sfx('bounce', 0);
      }
      hit = bricks.find(k => b.x > k.x - r && b.x < k.x + k.w + r && b.y > k.y - r && b.y < k.y + k.h + r);
      if (hit) {
        b.y -= b.vy * dt;
        b.vy = -b.vy;
        this.strike(hit, b);
      }
      const half = paddleWidth() / 2 + r;
      if (b.vy > 0 && b.y > paddle.y - r - 0.15 && b.y < paddle.y + 0.35 && Math.abs(b.x - paddle.x) < half) {
        const off = clamp((b.x - paddle.x) / half, -1, 1);
        if (has('angle')) aim(b, off * 1.1);
        else {
          b.vy = -Math.abs(b.vy);
          b.vx += (d() - 0.5) * 1.4;
        }
        b.y = paddle.y - r - 0.16;
        paddle.pop = 1;
        streak = 0;
        sfx('bounce', 2);
        burst(b.x, paddle.y - 0.2, paint.hero, 6, 3);
      }
    },
    strike(k, b) {
      idle = 0;
      k.hits--;
      k.shake = 1;
      const x = k.x + k.w / 2, y = k.y + k.h / 2, color = this.color(k);
      sfx('bounce', Math.min(10, streak + 2));
      if (k.hits > 0) return burst(b.x, b.y, color, 5, 3);
      bricks.splice(bricks.indexOf(k), 1);
      streak++;
      play.progress++;
      gain(10 * Math.min(streak, 10), x, y, light(color, 0.5));
      if (streak % 5 === 0) say(x, y - 0.8, own('row', {n: streak}), paint.prize, 0.75);
      burst(x, y, [color, light(color)], 14, 5, {fall: 12, size: 0.22});
      shake(0.14 + Math.min(0.2, streak * 0.02));
      const kinds = [...(has('power-ups') ? ['wide', 'slow'] : []), ...(has('multi-ball') ? ['multi'] : [])];
      if (kinds.length && d.chance(0.15)) drops.push({x, y, kind: d.pick(kinds)});
      if (play.progress >= play.goal) pass();
    },
    take(p) {
      p.taken = true;
      sfx('power');
      burst(p.x, p.y, paint.prize, 18, 5);
      say(paddle.x, paddle.y - 1, own(p.kind), paint.prize, 0.7);
      gain(25);
      if (p.kind === 'wide') wider = 14;
      else if (p.kind === 'slow') slower = 9;
      else {
        for (const b of balls.filter(one => !one.held).slice(0, 2)) {
          for (const turnBy of [-0.5, 0.5]) {
            const a = Math.atan2(b.vx, -b.vy) + turnBy;
            balls.push({x: b.x, y: b.y, vx: Math.sin(a) * pace(), vy: -Math.cos(a) * pace()});
          }
        }
      }
    },
    color: k => k.tough ? (k.hits > 1 ? mix('#aab4c8', paint.surface, 0.3) : mix('#6f7a90', paint.surface, 0.3)) : mix(turn(paint.foe, 40 * Math.sin(play.level.number)), paint.prize, k.row),
    draw(g) {
      round(-0.12, -0.12, W + 0.24, H + 0.24, 0.4, fade(paint.text, 0.16));
      round(0, 0, W, H, 0.3, fade(dark(paint.background, 0.35), 0.9));
      g.fillStyle = fade(paint.surface, 0.35);
      for (let x = 1; x < W; x += 2) for (let y = 1; y < H; y += 2) g.fillRect(x, y, 0.06, 0.06);
      for (const k of bricks) {
        const t = clamp((play.time + 1.6 - play.ready) * 1.6 - k.born * 2, 0, 1), c = k.shake > 0.7 ? '#ffffff' : this.color(k);
        const y = k.y - (1 - easeOut(t)) * 3, wob = k.shake * Math.sin(now * 50) * 0.06;
        tile(k.x + wob, y, k.w, k.h, c, 0.14);
        if (k.tough && k.hits === 1) {
          g.strokeStyle = 'rgba(0,0,0,.5)';
          g.lineWidth = 0.05;
          g.beginPath();
          g.moveTo(k.x + k.w * 0.3, y);
          g.lineTo(k.x + k.w * 0.5, y + k.h * 0.5);
          g.lineTo(k.x + k.w * 0.4, y + k.h * 0.9);
          g.stroke();
        }
      }
      trail.forEach(p => {
        const a = 1 - (now - p.at) / 0.22;
        g.fillStyle = fade(paint.prize, a * 0.3);
        g.beginPath();
        g.arc(p.x, p.y, 0.26 * a, 0, TAU);
        g.fill();
      });
      for (const p of drops) {
        halo(p.x, p.y, 0.9, paint.prize, 0.5);
        sprite(g, {wide: 'gem', slow: 'flower', multi: 'star'}[p.kind], p.x, p.y, 0.8, {color: p.kind === 'wide' ? paint.hero : paint.prize, t: now, rot: Math.sin(now * 4) * 0.3});
      }
      const w = paddleWidth(), s = paddle.pop * 0.12;
      round(paddle.x - w / 2, paddle.y - 0.12 + s, w, 0.5, 0.25, dark(paint.hero, 0.45));
      round(paddle.x - w / 2, paddle.y - 0.16 + s, w, 0.42, 0.21, paint.hero);
      round(paddle.x - w / 2 + 0.2, paddle.y - 0.1 + s, w - 0.4, 0.1, 0.05, light(paint.hero, 0.5));
      sprite(g, heroSprite, paddle.x, paddle.y + 0.16 + s, 0.75, {color: light(paint.hero, 0.2), t: now});
      for (const b of balls) {
        halo(b.x, b.y, 0.8, paint.prize, 0.45);
        g.fillStyle = light(paint.prize, 0.5);
        g.beginPath();
        g.arc(b.x, b.y, 0.27, 0, TAU);
        g.fill();
        g.fillStyle = '#ffffff';
        g.beginPath();
        g.arc(b.x - 0.07, b.y - 0.08, 0.1, 0, TAU);
        g.fill();
      }
    },
    probe: () => ({x: paddle.x, balls: balls.length, bricks: bricks.length}),
    // Under the lowest falling ball, a little beside its middle so that the way changes.
    bot() {
      const b = balls.filter(one => one.vy > 0 || one.held).sort((a, c) => c.y - a.y)[0] || balls[0];
      if (!b) return;
      const goal = bricks[Math.floor(now * 0.7) % Math.max(1, bricks.length)], off = goal ? clamp((b.x - goal.x) * 0.1, -0.8, 0.8) : 0;
      const x = b.held ? paddle.x : b.x + off;
      steer({left: x < paddle.x - 0.25, right: x > paddle.x + 0.25, action: b.held && !held.action});
    },
  };
})();
