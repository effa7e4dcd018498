// Run and jump. Levels are strung together from pieces, each of which can be crossed with the moves the design grants.
const GAME = (() => {
  const H = 16, GRAVITY = 42, JUMP = 14.6;
  let d, top, wide, coins, baddies, spikes, shelves, flags, door, hero, run, foeSpeed, theme, last;

  const groundAt = x => x < 0 ? 0 : x >= wide ? H : top[Math.floor(x)];
  const solid = (x, y) => {
    const t = groundAt(x);
    return t !== null && y >= t;
  };

  // The level as a row of column heights; null is a gap.
  function build(level) {
    top = [];
    coins = [];
    baddies = [];
    spikes = [];
    shelves = [];
    flags = [];
    theme = level.number % 5;
    const need = has('collect') ? play.goal : 0, length = clamp(64 + level.number * 5 + need * 2, 70, 170);
    let h = 12, sinceFlag = 0;
    const flat = n => { for (let i = 0; i < n; i++) top.push(h); };
    const coin = (x, y) => coins.push({x: x + 0.5, y, t: d() * 9});
    const line = (x, n, y) => { for (let i = 0; i < n; i++) coin(x + i * 1.1, y); };
    const foe = (lo, hi) => has('patrol') && d.chance(level.density * 0.9 + 0.1)
      && baddies.push({x: (lo + hi) / 2, y: h, lo, hi, dir: d.chance(0.5) ? 1 : -1, kind: d.int(0, 3), t: d() * 9});
    const pieces = {
      meadow() {
        const n = d.int(6, 9), x = top.length;
        flat(n);
        if (d.chance(0.7)) line(x + 2, d.int(2, 4), h - 0.7);
        foe(x + 1, x + n - 1);
      },
      step() {
        h = clamp(h + d.pick([-2, -1, 1, 2]), 7, 13);
        const x = top.length;
        flat(d.int(4, 6));
        coin(x + 2, h - 0.7);
      },
      gap() {
        const n = has('double-jump') && d.chance(0.35) ? 4 : d.int(2, 3), x = top.length;
        for (let i = 0; i < n; i++) top.push(null);
        for (let i = 0; i < n; i++) coin(x + i, h - 1.7 - Math.sin((i + 0.5) / n * Math.PI) * 0.7);
        flat(4);
      },
      hills() {
        for (let i = d.int(2, 3); i > 0; i--) {
          h = clamp(h - d.int(1, 2), 7, 13);
          flat(3);
          coin(top.length - 2, h - 0.7);
        }
        h = clamp(h + 3, 9, 13);
        flat(4);
      },
      shelf() {
        const x = top.length, n = d.int(7, 9);
        flat(n);
        shelves.push({x: x + 2, y: h - 2.4, w: 3, ox: x + 2, far: 0});
        line(x + 2.1, 3, h - 3.2);
        foe(x + 1, x + n - 1);
      },
      thorns() {
        if (!has('spikes')) return pieces.gap();
        const x = top.length;
        flat(9);
        spikes.push({x: x + 4, y: h, n: d.int(1, 2)});
        coin(x + 4.4, h - 2.2);
      },
      ferry() {
        if (!has('moving-platforms')) return pieces.gap();
        const x = top.length, n = d.int(6, 7);
        for (let i = 0; i < n; i++) top.push(null);
        shelves.push({x, y: h, w: 2.6, ox: x + 0.3, far: n - 3.2, t: d() * 6});
        coin(x + n / 2 - 0.5, h - 1.2);
        flat(5);
      },
    };
    const tastes = [['meadow', 'shelf', 'step', 'gap'], ['gap', 'gap', 'meadow', 'step'], ['hills', 'step', 'shelf', 'meadow', 'gap'],
      ['ferry', 'meadow', 'gap', 'shelf'], ['thorns', 'step', 'gap', 'thorns', 'hills']][theme];
    flat(7);
    while (top.length < length || coins.length < need * 1.5 + 2) {
      pieces[d.chance(0.72) ? d.pick(tastes) : d.pick(Object.keys(pieces))]();
      sinceFlag++;
      if (sinceFlag > 5 && top[top.length - 2] === h) {
        flat(2);
        flags.push({x: top.length - 1.5, y: h, up: false});
        sinceFlag = 0;
      }
      if (top.length > 320) break;
    }
    h = clamp(h, 9, 13);
    flat(9);
    wide = top.length;
    door = {x: wide - 3, y: h};
    if (has('collect')) play.goal = Math.min(play.goal, Math.floor(coins.length * 0.7));
    else if (has('exit')) play.goal = 1;
  }
  function respawn() {
    const at = flags.filter(f => f.up).pop() || {x: 2.5, y: top[2]};
    hero = {x: at.x, y: at.y - 0.01, vx: 0, vy: 0, face: 1, ground: false, coyote: 0, buffer: 0, jumps: 0, safe: 1.5, dash: 0, cool: 0, squash: 0, ride: null};
  }
  const open = () => !has('collect') || play.progress >= play.goal;

  return {
    pad: has('dash') ? 'lrax' : 'lra', padWord: own('pad'), unit: own('unit'), keys: own('keys') + (has('dash') ? ' · ' + own('dash') : ''),
    touch: own('touch') + (has('dash') ? ' · »' : ''),
    start(level, dice) {
      d = dice;
      play.goal = clamp(level.goal, 1, 40);
      run = 7 * clamp(Math.sqrt(level.speed), 0.85, 1.35);
      foeSpeed = 1.6 * clamp(level.speed, 0.6, 2.2);
      build(level);
      respawn();
      last = null;
      this.fairSeconds = wide / 3 + 25;
      scrolling(wide, H, 20, stage.h > stage.w ? 15 : 12);
      camera(hero.x, hero.y - 2);
    },
    step(dt) {
      const want = held.right - held.left;
      for (const s of shelves) {
        const was = s.x;
        if (s.far) s.x = s.ox + s.far * (0.5 - 0.5 * Math.cos(play.time * 0.9 + s.t));
        s.dx = s.x - was;
      }
      if (hero.ride) hero.x += hero.ride.dx;
      if (want) hero.face = want;
      hero.dash -= dt;
      hero.cool -= dt;
      if (has('dash') && took('extra') && hero.cool <= 0) {
        hero.dash = 0.18;
        hero.cool = 0.7;
        sfx('shoot');
        burst(hero.x, hero.y - 0.4, light(paint.hero), 10, 3);
      }
      const goalV = hero.dash > 0 ? hero.face * run * 2.3 : want * run;
      hero.vx += clamp(goalV - hero.vx, -dt * (hero.dash > 0 ? 400 : hero.ground ? 70 : 48), dt * (hero.dash > 0 ? 400 : hero.ground ? 70 : 48));
      this.jump(dt);
      hero.vy = Math.min(20, hero.vy + GRAVITY * (hero.vy > 0 ? 1.15 : 1) * dt);
      if (hero.dash > 0) hero.vy = Math.min(hero.vy, 0);
      this.move(dt);
      hero.safe -= dt;
      hero.squash = Math.max(0, hero.squash - dt * 5);
      for (const b of baddies) this.baddy(b, dt);
      this.touchThings();
      camera(hero.x + hero.face * 1.6, hero.y - 1.5, 0.12);
    },
    jump(dt) {
      hero.coyote = hero.ground ? 0.1 : hero.coyote - dt;
      hero.buffer = took('up') | took('action') ? 0.12 : hero.buffer - dt;
      if (hero.buffer > 0 && (hero.coyote > 0 || (has('double-jump') && hero.jumps > 0))) {
        if (hero.coyote <= 0) {
          hero.jumps--;
          burst(hero.x, hero.y, '#ffffff', 8, 3);
        }
        hero.vy = -JUMP;
        hero.buffer = hero.coyote = 0;
        hero.ground = false;
        hero.ride = null;
        hero.squash = -0.6;
        sfx('jump');
        burst(hero.x, hero.y, light(paint.surface), 6, 2);
      }
      if (!held.up && !held.action && hero.vy < -5 && !hero.stomp) hero.vy += GRAVITY * 1.4 * dt;
      if (hero.vy >= 0) hero.stomp = false;
    },
    move(dt) {
      const half = 0.34, nx = hero.x + hero.vx * dt, side = nx + Math.sign(hero.vx) * half;
      if (hero.vx && (solid(side, hero.y - 0.1) || solid(side, hero.y - 0.8))) hero.vx = 0;
      else hero.x = clamp(nx, 0.5, wide - 0.5);
      const wasY = hero.y, wasGround = hero.ground;
      let ny = hero.y + hero.vy * dt;
      hero.ground = false;
      hero.ride = null;
      if (hero.vy >= 0) {
        for (const foot of [hero.x - half + 0.06, hero.x + half - 0.06]) {
          const t = groundAt(foot);
          if (t !== null && wasY <= t + 0.3 && ny >= t) {
            ny = Math.min(ny, t);
            hero.ground = true;
          }
        }
        for (const s of shelves) {
          if (hero.x > s.x - half && hero.x < s.x + s.w + half && wasY <= s.y + 0.06 && ny >= s.y && !held.down) {
            ny = s.y;
            hero.ground = true;
            hero.ride = s;
          }
        }
      }
      if (hero.ground) {
        if (!wasGround && hero.vy > 8) {
          hero.squash = 0.7;
          burst(hero.x, ny, light(paint.surface), 6, 2);
          sfx('step');
        }
        hero.vy = 0;
        hero.jumps = 1;
      }
      hero.y = ny;
      if (hero.y > H + 3) this.ouch();
    },
    baddy(b, dt) {
      if (b.dead) return;
      b.x += b.dir * foeSpeed * dt;
      if (b.x > b.hi - 0.4) b.dir = -1;
      if (b.x < b.lo + 0.4) b.dir = 1;
      if (Math.abs(b.x - hero.x) > 0.75 || hero.y < b.y - 1.1 || hero.y > b.y + 0.9) return;
      if (hero.vy > 1 && hero.y < b.y - 0.25 || hero.dash > 0) {
        b.dead = true;
        hero.vy = hero.dash > 0 ? hero.vy : -10.5;
        hero.stomp = true;
        last = last && now - last.at < 2.5 ? {n: last.n + 1, at: now} : {n: 1, at: now};
        gain(20 * last.n, b.x, b.y - 1);
        if (last.n > 1) say(b.x, b.y - 1.8, own('combo', {n: last.n}), paint.text, 0.6);
        sfx('hit');
        shake(0.3);
        freeze = 0.05;
        burst(b.x, b.y - 0.4, [paint.foe, light(paint.foe)], 20, 5, {fall: 9});
      } else if (hero.safe <= 0) this.ouch();
    },
    ouch() {
      burst(hero.x, Math.min(H, hero.y - 0.4), [paint.hero, '#ffffff'], 26, 6);
      if (!hurt()) respawn();
      else hero.safe = 9;
    },
    touchThings() {
      for (const c of coins) {
        if (c.got || Math.abs(c.x - hero.x) > 0.75 || Math.abs(c.y - hero.y + 0.4) > 0.85) continue;
        c.got = true;
        if (has('collect')) play.progress++;
        combo = now - comboAt < 1.2 ? Math.min(8, combo + 1) : 0;
        comboAt = now;
        gain(10, c.x, c.y - 0.4);
        sfx('take', combo);
        burst(c.x, c.y, [paint.prize, '#ffffff'], 9, 3);
        if (has('collect') && play.progress === play.goal) {
          if (!has('exit')) return pass();
          say(hero.x, hero.y - 2, word('door'), paint.prize, 0.7);
          sfx('power');
          blink(paint.prize, 0.3);
        }
      }
      if (hero.safe <= 0 && spikes.some(s => hero.x > s.x - 0.15 && hero.x < s.x + s.n + 0.15 && hero.y > s.y - 0.35)) return this.ouch();
      for (const f of flags) {
        if (!f.up && Math.abs(f.x - hero.x) < 0.8 && Math.abs(f.y - hero.y) < 2) {
          f.up = true;
          sfx('power');
          say(f.x, f.y - 2, own('flag'), paint.prize, 0.6);
          burst(f.x, f.y - 1, paint.prize, 16, 4);
        }
      }
      if (has('exit') && Math.abs(door.x - hero.x) < 0.7 && Math.abs(hero.y - door.y) < 0.6) {
        if (open()) {
          play.progress = play.goal;
          pass();
        } else if (now - (door.said || 0) > 2) {
          door.said = now;
          say(door.x, door.y - 2.4, word('more', {n: play.goal - play.progress}), paint.text, 0.7);
          sfx('nope');
        }
      }
    },
    draw(g) {
      const v = viewUnits(), x0 = Math.max(0, Math.floor(stage.cx - v.w / 2) - 1), x1 = Math.min(wide - 1, Math.ceil(stage.cx + v.w / 2) + 1);
      const grass = [light(paint.surface, 0.2), '#e9c46a', light(paint.surface, 0.45), '#bde0fe', turn(paint.surface, 40)][theme], soil = dark(paint.surface, 0.25);
      this.drawDoor(g);
      for (let x = x0; x <= x1; x++) {
        const t = top[x];
        if (t === null) continue;
        g.fillStyle = soil;
        g.fillRect(x - 0.01, t, 1.02, H + 8 - t);
        g.fillStyle = dark(soil, 0.2);
        const r = hash('b' + x) % 5;
        g.fillRect(x + 0.15, t + 1 + r * 0.6, 0.5, 0.22);
        g.fillRect(x + 0.4, t + 2.4 + r * 0.4, 0.4, 0.2);
        g.fillStyle = grass;
        g.fillRect(x - 0.01, t, 1.02, 0.3);
        for (let i = 0; i < 3; i++) g.fillRect(x + i * 0.34, t + 0.28, 0.2, 0.12 + ((r + i) % 3) * 0.07);
        g.fillStyle = light(grass, 0.25);
        g.fillRect(x - 0.01, t, 1.02, 0.09);
        if (r === 0 && x > 3 && x < wide - 6 && !spikes.some(s => x >= s.x && x < s.x + s.n)) sprite(g, hash('d' + x) % 3 ? 'flower' : 'mushroom', x + 0.5, t - 0.22, 0.45, {color: turn(grass, 140), t: 1});
      }
      for (const s of shelves) tile(s.x, s.y, s.w, 0.5, s.far ? paint.prize : light(paint.surface, 0.3), 0.2);
      g.fillStyle = light(paint.foe, 0.3);
      for (const s of spikes) {
        for (let i = 0; i < s.n * 2; i++) {
          g.beginPath();
          g.moveTo(s.x + i / 2, s.y);
          g.lineTo(s.x + i / 2 + 0.25, s.y - 0.55);
          g.lineTo(s.x + i / 2 + 0.5, s.y);
          g.fill();
        }
      }
      for (const f of flags) {
        g.fillStyle = light(paint.surface, 0.6);
        g.fillRect(f.x - 0.05, f.y - 1.9, 0.1, 1.9);
        g.fillStyle = f.up ? paint.prize : fade(paint.text, 0.5);
        const w = Math.sin(now * 5) * 0.08;
        g.beginPath();
        g.moveTo(f.x, f.y - 1.9);
        g.lineTo(f.x + 0.95, f.y - 1.55 + w);
        g.lineTo(f.x, f.y - 1.2);
        g.fill();
      }
      for (const c of coins) {
        if (!c.got && c.x > x0 - 1 && c.x < x1 + 1) sprite(g, prizeSprite, c.x, c.y + Math.sin(now * 3 + c.t) * 0.08, 0.62, {color: paint.prize, t: now + c.t});
      }
      for (const b of baddies) {
        if (!b.dead) sprite(g, foeSprite(b.kind), b.x, b.y - 0.5, 1.05, {color: paint.foe, t: now + b.t, flip: b.dir < 0, sy: 1 + Math.sin(now * 8 + b.t) * 0.05});
      }
      if (hero.safe <= 0 || play.over || Math.floor(now * 12) % 2) {
        const q = hero.squash, walking = hero.ground && Math.abs(hero.vx) > 0.5;
        sprite(g, heroSprite, hero.x, hero.y - 0.58 * (1 - q * 0.12), 1.2, {color: paint.hero, t: walking ? now * 1.6 : now * 0.2, flip: hero.face < 0,
          sx: 1 + q * 0.28, sy: 1 - q * 0.28, rot: clamp(hero.vx * 0.015, -0.12, 0.12)});
      }
    },
    drawDoor(g) {
      if (!has('exit')) return;
      if (open()) halo(door.x, door.y - 1, 2.4, paint.prize, 0.5 + Math.sin(now * 4) * 0.15);
      round(door.x - 0.85, door.y - 2.2, 1.7, 2.2, 0.8, dark(paint.surface, 0.6));
      round(door.x - 0.65, door.y - 1.98, 1.3, 1.98, 0.62, open() ? light(paint.prize, 0.3) : dark(paint.foe, 0.4));
      if (!open()) label(play.goal - play.progress + '', door.x, door.y - 1.1, 0.6);
    },
    probe: () => ({x: hero.x, y: hero.y, ground: hero.ground, top: groundAt(hero.x)}),
    // Runs right, waits for ferries, jumps over what is in the way; goes back for treasure that is still needed.
    bot() {
      const back = hero.x > door.x - 1 && !open(), missing = back || bailing ? coins.filter(c => !c.got) : [];
      if (back) bailing = true;
      if (open() || hero.x < 4) bailing = false;
      const way = bailing && missing.length && hero.x > Math.min(...missing.map(c => c.x)) ? -1 : 1;
      const look = n => groundAt(hero.x + way * n), here = hero.ride ? hero.ride.y : look(0);
      let go = true, jump = false;
      if (hero.ground) {
        const foot = look(0.75), wall = foot !== null && foot < hero.y - 0.3;
        const hole = foot === null && !hero.ride;
        const danger = spikes.some(s => way * (s.x + s.n / 2 - hero.x) > 0 && Math.abs(s.x + s.n / 2 - hero.x) < 1.3 + s.n / 2 && Math.abs(s.y - hero.y) < 1)
          || baddies.some(b => !b.dead && way * (b.x - hero.x) > 0 && Math.abs(b.x - hero.x) < 2.4 && Math.abs(b.y - hero.y) < 1.2);
        jump = wall || danger;
        if (hole) {
          let n = 1;
          while (n < 9 && look(n) === null) n++;
          const ferry = shelves.find(s => s.far && Math.abs(s.y - hero.y) < 3 && way * (s.x + s.w / 2 - hero.x) > 0 && Math.abs(s.x + s.w / 2 - hero.x) < 8);
          if (n > 5 && ferry) {
            const near = way > 0 ? ferry.x - hero.x : hero.x - ferry.x - ferry.w;
            jump = near < 1.6;
            go = jump;
          } else jump = true;
        }
        if (hero.ride && hero.ride.far) {
          let n = 0.5;
          while (n < 9 && look(n) === null) n += 0.25;
          const rim = way > 0 ? hero.ride.x + hero.ride.w - hero.x : hero.x - hero.ride.x;
          go = n < 3.6 || rim > 1.3;
          jump = n < 3.6 && (rim < 0.7 || n < 1.5);
        }
      }
      const air = !hero.ground && hero.vy < 0;
      let hover = false, brake = false;
      if (!hero.ground) {
        const low = shelves.find(s => s.far && s.y > hero.y - 0.2 && Math.abs(s.x + s.w / 2 - hero.x) < s.w / 2);
        hover = !!low && hero.vy > 0 && groundAt(hero.x) === null && groundAt(hero.x + way * 1.5) === null;
        // Where it comes down: on firm ground below it stays rather than sail on into a hole.
        const drop = Math.max(0, (here === null ? 12 : here) - hero.y), time = (hero.vy + Math.sqrt(hero.vy ** 2 + 2 * GRAVITY * drop)) / GRAVITY;
        brake = groundAt(hero.x + hero.vx * time) === null && here !== null && !low && groundAt(hero.x - way * 0.4) !== null && hero.y < here + 0.1 && look(0.5) !== null;
      }
      const twice = has('double-jump') && !hero.ground && hero.vy > 3 && here === null && look(1.2) === null && !hover && hero.jumps > 0;
      const on = go && !hover && !brake, back2 = brake && hero.vx * way > 0.5;
      steer({right: (on && way > 0) || (back2 && way < 0), left: (on && way < 0) || (back2 && way > 0), action: twice ? !held.action : jump ? !held.action || air : air});
    },
  };
})();
let combo = 0, comboAt = 0, bailing = false;
