// Shooter: foes come from above in formations, the hero below fires as long as the key is held.
const GAME = (() => {
  let W, H, d, hero, shots, foesNow, enemyShots, drops, spawned, wave, cool, density, speed, double, shieldUp, shieldAt, bossDue, boss, streak, pause0, stars, lastX, lastY;

  function nextWave() {
    wave++;
    const n = clamp(Math.round(4 + density * 5 + wave * 0.5), 4, 11), shape = d.int(0, 4);
    for (let i = 0; i < n; i++) {
      const u = n === 1 ? 0.5 : i / (n - 1);
      const x = [1.2 + u * (W - 2.4), W / 2 + (u - 0.5) * W * 0.5, i % 2 ? 1.5 + u * 2 : W - 1.5 - u * 2, 1.2 + d() * (W - 2.4), 1.2 + u * (W - 2.4)][shape];
      const y = [-1, -1 - Math.abs(u - 0.5) * 5, -1 - i * 0.8, -1 - d() * 5, -1 - u * 4][shape];
      const tough = d.chance(0.1 + density * 0.15);
      foesNow.push({x, y, x0: x, hp: tough ? 2 : 1, kind: d.int(0, 2), zig: has('zigzag') && d.chance(0.45) ? 1 + d() : 0, t: d() * 6, size: tough ? 1.35 : 1.05,
        v: (1.15 + d() * 0.4) * speed, fire: 1.5 + d() * 4, flash: 0});
    }
  }
  function bossIn() {
    const hp = 14 + play.level.number * 2;
    boss = {x: W / 2, y: -2, x0: W / 2, hp, max: hp, kind: 0, zig: 0, t: 0, size: 3.4, v: 0, fire: 1.6, flash: 0, boss: true};
    foesNow.push(boss);
    say(W / 2, H * 0.35, own('boss'), paint.foe, 1.4);
    sfx('boom');
    shake(0.6);
  }
  const reload = () => 0.2 / clamp(Math.sqrt(speed), 0.8, 1.4);

  return {
    pad: '', wide: true, unit: own('unit'), keys: own('keys'), touch: own('touch'),
    start(level, dice) {
      d = dice;
      if (tallScreen()) {
        W = 11;
        H = clamp(11 * stage.view.h / stage.view.w, 15, 22);
      } else {
        W = 22;
        H = 12.6;
      }
      board(W, H);
      speed = clamp(level.speed, 0.5, 3) ** 0.7;
      density = level.density;
      hero = {x: W / 2, y: H - 1.6, tilt: 0, safe: 1.5};
      shots = [];
      foesNow = [];
      enemyShots = [];
      drops = [];
      spawned = wave = cool = double = streak = 0;
      pause0 = 0.4;
      shieldUp = has('shield');
      shieldAt = 0;
      boss = null;
      bossDue = has('boss') && ACTS.some(a => a.lastLevel === level.number);
      play.goal = clamp(level.goal, 1, 200);
      this.fairSeconds = play.goal * 1.6 + (bossDue ? 60 : 25);
      lastX = pointer.x;
      lastY = pointer.y;
      stars = Array.from({length: 60}, () => ({x: d() * W, y: d() * H, z: 0.3 + d()}));
    },
    step(dt) {
      this.steerHero(dt);
      cool -= dt;
      double -= dt;
      hero.safe -= dt;
      if (has('shield') && !shieldUp && now > shieldAt) {
        shieldUp = true;
        sfx('power');
      }
      const firing = acting() || (touchDevice && !attract) || (pointer.down && !attract);
      if (firing && cool <= 0) this.fire();
      for (const s of shots) {
        s.y -= 19 * dt;
        s.x += s.vx * dt;
      }
      for (const s of enemyShots) {
        s.y += s.vy * dt;
        s.x += s.vx * dt;
      }
      for (const p of drops) p.y += 2.6 * dt;
      for (const f of foesNow) this.foe(f, dt);
      this.hits();
      foesNow = foesNow.filter(f => !f.dead);
      shots = shots.filter(s => s.y > -1 && !s.dead);
      enemyShots = enemyShots.filter(s => s.y < H + 1 && s.x > -1 && s.x < W + 1 && !s.dead);
      drops = drops.filter(p => p.y < H + 1 && !p.dead);
      pause0 -= dt;
      const few = foesNow.length < 1 + density * 3;
      if (!boss && pause0 < 0 && few) {
        if (bossDue && play.progress >= play.goal) {
          bossDue = false;
          bossIn();
        } else if (play.progress < play.goal) {
          nextWave();
          pause0 = 3 / speed;
        }
      }
      for (const s of stars) s.y = (s.y + s.z * dt * 2.4 * speed) % H;
    },
    steerHero(dt) {
      const v = 10.5, wx = held.right - held.left, wy = held.down - held.up;
      if (wx || wy) {
        hero.x += wx * v * dt;
        hero.y += wy * v * 0.8 * dt;
      } else if (!attract && (touchDevice ? pointer.down : pointer.used) && (pointer.x !== lastX || pointer.y !== lastY || pointer.down)) {
        const ty = pointer.y - (touchDevice ? 1.6 : 0);
        hero.x += clamp(pointer.x - hero.x, -v * 1.5 * dt, v * 1.5 * dt);
        hero.y += clamp(ty - hero.y, -v * 1.2 * dt, v * 1.2 * dt);
      }
      lastX = pointer.x;
      lastY = pointer.y;
      hero.x = clamp(hero.x, 0.6, W - 0.6);
      hero.y = clamp(hero.y, H * 0.45, H - 0.7);
      hero.tilt = lerp(hero.tilt, wx * 0.3, 0.2);
    },
    fire() {
      cool = reload();
      for (const dx of double > 0 ? [-0.3, 0.3] : [0]) shots.push({x: hero.x + dx, y: hero.y - 0.7, vx: dx * 1.5});
      sfx('shoot');
    },
    foe(f, dt) {
      f.t += dt;
      f.flash -= dt;
      if (f.boss) {
        f.y = Math.min(2.4, f.y + dt * 1.8);
        f.x = W / 2 + Math.sin(f.t * 0.7) * (W / 2 - 2.2);
      } else {
        f.y += f.v * dt;
        f.x0 += clamp(hero.x - f.x0, -1, 1) * 0.55 * speed * dt;
        f.x = clamp(f.x0 + (f.zig ? Math.sin(f.t * 2.2) * f.zig * 1.4 : 0), 0.6, W - 0.6);
      }
      f.fire -= dt;
      if ((has('return-fire') || f.boss) && f.fire < 0 && f.y > 0 && f.y < H * 0.55) {
        f.fire = f.boss ? 1.3 : 3.5 + d() * 3 - density;
        const a = Math.atan2(hero.y - f.y, hero.x - f.x), v = 4.2 * speed;
        for (const off of f.boss ? [-0.35, 0, 0.35] : [0]) enemyShots.push({x: f.x, y: f.y + f.size * 0.4, vx: Math.cos(a + off) * v, vy: Math.max(1.5, Math.sin(a + off) * v)});
      }
      // Who gets past is gone for good, and a little of the score with it; others come until enough are down.
      if (f.y > H + 0.6) {
        f.dead = true;
        streak = 0;
        if (play.score > play.before) gain(-Math.min(5, play.score - play.before), f.x, H - 0.6, paint.foe);
      }
    },
    hits() {
      for (const f of foesNow) {
        for (const s of shots) {
          if (s.dead || f.dead || Math.abs(s.x - f.x) > f.size * 0.5 + 0.1 || Math.abs(s.y - f.y) > f.size * 0.5 + 0.15) continue;
          s.dead = true;
          f.hp--;
          f.flash = 0.08;
          if (f.hp > 0) {
            sfx('bounce', 3);
            burst(s.x, s.y, light(paint.foe), 4, 3);
          } else this.down(f);
        }
        if (!f.dead && hero.safe <= 0 && Math.hypot(f.x - hero.x, f.y - hero.y) < f.size * 0.5 + 0.3) {
          if (!f.boss) f.dead = true;
          this.wound(hero.x, hero.y);
        }
      }
      for (const s of enemyShots) {
        if (!s.dead && hero.safe <= 0 && Math.hypot(s.x - hero.x, s.y - hero.y) < 0.48) {
          s.dead = true;
          this.wound(hero.x, hero.y);
        }
      }
      for (const p of drops) {
        if (Math.hypot(p.x - hero.x, p.y - hero.y) > 1) continue;
        p.dead = true;
        double = 9;
        sfx('power');
        say(hero.x, hero.y - 1.2, own('double'), paint.prize, 0.7);
        burst(hero.x, hero.y, paint.prize, 20, 5);
      }
    },
    down(f) {
      f.dead = true;
      streak++;
      if (!f.boss) play.progress++;
      gain(f.boss ? 300 : 10 * f.size * Math.min(5, 1 + Math.floor(streak / 5)), f.x, f.y);
      if (streak % 10 === 0) say(f.x, f.y - 1, own('clean', {n: streak}), paint.text, 0.7);
      burst(f.x, f.y, [paint.foe, light(paint.foe), paint.prize, '#ffffff'], f.boss ? 90 : 18, f.boss ? 10 : 6, {size: 0.2});
      sfx(f.boss ? 'boom' : 'hit');
      shake(f.boss ? 1.2 : 0.18);
      if (f.boss) freeze = 0.15;
      if (has('power-ups') && double <= 0 && d.chance(0.12)) drops.push({x: f.x, y: f.y});
      if (f.boss || (play.progress >= play.goal && !bossDue && !boss)) pass();
    },
    wound(x, y) {
      streak = 0;
      if (shieldUp) {
        shieldUp = false;
        shieldAt = now + 9;
        hero.safe = 0.8;
        sfx('hit');
        shake(0.4);
        return burst(hero.x, hero.y, light(paint.hero), 24, 6);
      }
      burst(x, y, [paint.hero, '#ffffff', '#ff8a3d'], 40, 7);
      sfx('boom');
      hero.safe = 2;
      hurt();
    },
    draw(g) {
      g.save();
      g.beginPath();
      g.roundRect(0, 0, W, H, 0.3);
      g.clip();
      g.fillStyle = fade(dark(paint.background, 0.3), 0.75);
      g.fillRect(0, 0, W, H);
      for (const s of stars) {
        g.fillStyle = fade(paint.text, 0.25 + s.z * 0.4);
        g.fillRect(s.x, s.y, 0.05 * s.z, 0.05 + 0.22 * s.z * speed);
      }
      for (const s of shots) {
        round(s.x - 0.15, s.y - 0.45, 0.3, 0.9, 0.15, fade(paint.prize, 0.35));
        round(s.x - 0.07, s.y - 0.38, 0.14, 0.7, 0.07, light(paint.prize, 0.6));
      }
      for (const p of drops) {
        halo(p.x, p.y, 1, paint.prize, 0.5);
        sprite(g, 'star', p.x, p.y, 0.9, {color: paint.prize, t: now, rot: now * 2});
      }
      for (const f of foesNow) {
        sprite(g, foeSprite(f.kind), f.x, f.y, f.size * (1 + Math.max(0, f.flash)), {color: f.size > 1.1 ? turn(paint.foe, 40) : paint.foe, t: now + f.t, white: f.flash > 0, rot: f.zig ? Math.cos(f.t * 2.2) * 0.25 : 0, flip: f.x > hero.x});
      }
      for (const s of enemyShots) {
        halo(s.x, s.y, 0.5, paint.foe, 0.7);
        g.fillStyle = '#ffffff';
        g.beginPath();
        g.arc(s.x, s.y, 0.13, 0, TAU);
        g.fill();
      }
      this.drawHero(g);
      if (boss && !boss.dead) {
        round(W * 0.2, 0.35, W * 0.6, 0.3, 0.15, 'rgba(0,0,0,.5)');
        round(W * 0.2, 0.35, W * 0.6 * Math.max(0, boss.hp / boss.max), 0.3, 0.15, paint.foe);
      }
      g.restore();
    },
    drawHero(g) {
      if (play.over && play.lives <= 0) return;
      if (hero.safe > 0 && Math.floor(now * 14) % 2) return;
      halo(hero.x, hero.y + 0.6, 0.9 + Math.sin(now * 30) * 0.1, '#ff9f43', 0.5);
      if (heroSprite !== 'rocket') {
        pen = g;
        edge = dark(paint.hero, 0.75);
        poly([hero.x - 0.95, hero.y + 0.55, hero.x - 0.3, hero.y, hero.x + 0.3, hero.y, hero.x + 0.95, hero.y + 0.55, hero.x, hero.y + 0.35], dark(paint.hero, 0.25));
      }
      sprite(g, heroSprite, hero.x, hero.y, 1.3, {color: paint.hero, t: now, rot: hero.tilt});
      if (shieldUp) {
        g.strokeStyle = fade(light(paint.hero, 0.4), 0.55 + Math.sin(now * 5) * 0.2);
        g.lineWidth = 0.08;
        g.beginPath();
        g.arc(hero.x, hero.y, 0.98, 0, TAU);
        g.stroke();
      }
    },
    probe: () => ({x: hero.x, y: hero.y, foes: foesNow.length, shots: shots.length}),
    // Slides under the lowest foe, away from shots that come near.
    bot() {
      const prey = foesNow.filter(f => f.y > -0.5).sort((a, b) => b.y - a.y)[0];
      const threat = enemyShots.find(s => s.y < hero.y + 0.3 && hero.y - s.y < 3 && Math.abs(s.x + s.vx * (hero.y - s.y) / s.vy - hero.x) < 0.9)
        || foesNow.find(f => Math.abs(f.x - hero.x) < f.size * 0.5 + 0.5 && hero.y - f.y < 1.9 && f.y < hero.y + 1);
      let x = prey ? prey.x : W / 2;
      if (threat) x = hero.x + (threat.x > hero.x || hero.x > W - 1 ? -2 : 2) * (hero.x < 1 ? -1 : 1);
      steer({left: x < hero.x - 0.15, right: x > hero.x + 0.15, down: !threat && hero.y < H - 1.4, action: true});
    },
  };
})();
