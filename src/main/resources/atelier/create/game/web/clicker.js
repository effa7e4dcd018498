// Clicker: taps, things to buy, helpers; golden moments and thieves keep the eyes on the screen.
const GAME = (() => {
  let W, H, d, purse, perTap, helpers, shop, rhythm, golden, thief, nextGold, nextThief, squash, coinsUp, who, selected, earnedRate, lastEarn, price0, crew;

  const cost = s => Math.ceil(s.base * price0 * (has('price') ? s.growth ** s.owned : 1));
  const center = () => W > H ? {x: W * 0.33, y: H * 0.52} : {x: W / 2, y: H * 0.3};
  const times = () => has('combo') ? 1 + Math.floor(rhythm / 14) : 1;
  function earn(n, x, y, words) {
    purse += n;
    play.progress = Math.min(play.goal, play.progress + n);
    play.score += Math.round(n);
    if (words !== undefined) say(x, y, words, paint.prize, clamp(0.55 + Math.log10(n + 1) * 0.25, 0.55, 1.5));
    if (play.progress >= play.goal) pass();
  }
  function shopPlace(i) {
    return W > H ? {x: W * 0.62, y: 1.1 + i * 2.3, w: W * 0.36, h: 2} : {x: 0.4, y: H * 0.56 + i * 2.15, w: W - 0.8, h: 1.9};
  }

  return {
    pad: '', wide: true, unit: own('unit'), keys: own('keys'), touch: own('touch'),
    goalText: () => Math.floor(play.progress) + ' / ' + play.goal,
    start(level, dice) {
      d = dice;
      [W, H] = tallScreen() ? [11, clamp(11 * stage.view.h / stage.view.w, 15, 21)] : [20, 11.4];
      board(W, H);
      purse = 0;
      perTap = 1;
      helpers = 0;
      price0 = 0.8 + level.density * 0.7;
      shop = [];
      if (has('upgrade')) shop.push({name: own('strong'), text: own('tap', {n: 1}), sprite: 'star', base: 15, growth: 1.7, owned: 0, get: () => perTap++});
      if (has('workers')) {
        shop.push({crew: 1, name: own('helper'), text: own('second', {n: 1}), sprite: friendSprite, base: 25, growth: 1.5, owned: 0, get: () => helpers++});
        shop.push({crew: 2, name: own('crew'), text: own('second', {n: 5}), sprite: 'robot', base: 170, growth: 1.55, owned: 0, get: () => { helpers += 5; }});
      }
      if (has('upgrade')) shop.push({name: own('mighty'), text: own('tap', {n: 5}), sprite: 'gem', base: 140, growth: 1.75, owned: 0, get: () => { perTap += 5; }});
      crew = [];
      rhythm = squash = earnedRate = 0;
      lastEarn = -9;
      coinsUp = [];
      golden = thief = null;
      nextGold = 8 + d() * 6;
      nextThief = 12 + d() * 8;
      selected = 0;
      who = level.number % 3;
      play.goal = Math.round(level.goal * (16 + level.goal * 1.1) / 10) * 10;
      this.fairSeconds = 50 + Math.sqrt(play.goal) * 0.9;
    },
    step(dt) {
      rhythm = Math.max(0, rhythm - dt * (play.time - lastEarn > 0.7 ? 14 : 2.2));
      squash = Math.max(0, squash - dt * 6);
      if (has('workers') && helpers) earn(helpers * dt);
      if (play.over) return;
      if (took('action')) this.tap(center().x + (fun() - 0.5), center().y - 1);
      if (took('up')) selected = (selected + shop.length - 1) % Math.max(1, shop.length);
      if (took('down')) selected = (selected + 1) % Math.max(1, shop.length);
      if (took('extra')) {
        if (golden) this.gild();
        else if (thief) this.chase();
        else if (shop.length) this.buy(shop[selected]);
      }
      if (pointer.tapped && !attract) this.pointed(pointer);
      this.visitors(dt);
    },
    pointed(p) {
      if (golden && dist(p, golden) < 1.2) return this.gild();
      if (thief && dist(p, thief) < 1.2) return this.chase();
      const i = shop.findIndex((_, n) => { const s = shopPlace(n); return p.x > s.x && p.x < s.x + s.w && p.y > s.y && p.y < s.y + s.h; });
      if (i >= 0) {
        selected = i;
        return this.buy(shop[i]);
      }
      if (dist(p, center()) < Math.min(W, H) * 0.42) this.tap(p.x, p.y);
    },
    tap(x, y) {
      lastEarn = play.time;
      rhythm = Math.min(32, rhythm + 1);
      squash = 1;
      const lucky = has('critical') && d.chance(0.06), n = perTap * times() * (lucky ? 10 : 1);
      earn(n, x, y - 0.6, '+' + n + (lucky ? ' Lucky!' : ''));
      burst(x, y, [paint.prize, light(paint.prize), '#ffffff'], lucky ? 30 : 6, lucky ? 8 : 4, {fall: 14, up: 3});
      sfx(lucky ? 'power' : 'take', Math.min(8, Math.floor(rhythm / 4)));
      if (lucky) {
        shake(0.5);
        blink(paint.prize, 0.3);
      }
    },
    buy(s) {
      const c = cost(s);
      if (purse < c) {
        s.no = now;
        return sfx('nope');
      }
      purse -= c;
      s.owned++;
      s.get();
      s.pop = now;
      sfx('power');
      const p = shopPlace(shop.indexOf(s));
      burst(p.x + p.w / 2, p.y + p.h / 2, paint.prize, 24, 6);
      if (s.crew) crew.push({a: d() * TAU, r: 2.6 + d() * 1.1, sprite: s.sprite, v: 0.3 + d() * 0.4, big: s.crew === 2});
    },
    visitors(dt) {
      const pace = clamp(play.level.speed, 0.5, 2.5);
      nextGold -= dt;
      nextThief -= dt;
      if (has('golden') && nextGold < 0 && !golden) {
        golden = {x: 1.5 + d() * (W - 3), y: 1.5 + d() * (H - 3), life: 5.5};
        nextGold = 14 + d() * 8;
        sfx('jump');
      }
      if (golden && (golden.life -= dt) < 0) golden = null;
      if (has('thief') && nextThief < 0 && !thief && purse > 10) {
        thief = {x: d.chance(0.5) ? -1 : W + 1, y: center().y + 1.5, life: 0, kind: d.int(0, 3)};
        nextThief = (20 + d() * 10) / pace;
      }
      if (thief) {
        const c = center(), dx = c.x - thief.x, v = 2.4 * pace * dt;
        thief.flip = dx < 0;
        if (Math.abs(dx) > 1.6) thief.x += Math.sign(dx) * v;
        else {
          const share = Math.ceil(purse * 0.2);
          purse -= share;
          say(thief.x, thief.y - 1, own('stolen', {n: share}), paint.foe, 0.8);
          sfx('hurt');
          shake(0.4);
          burst(thief.x, thief.y, paint.foe, 16, 5);
          thief = null;
        }
      }
    },
    gild() {
      const n = 15 * perTap + helpers * 8;
      burst(golden.x, golden.y, [paint.prize, '#ffffff'], 50, 9, {life: 1});
      earn(n, golden.x, golden.y - 0.8, '+' + n + ' Golden!');
      golden = null;
      sfx('power');
      blink(paint.prize, 0.5);
      shake(0.4);
    },
    chase() {
      burst(thief.x, thief.y, paint.foe, 24, 6);
      earn(perTap * 3, thief.x, thief.y - 1, own('away', {n: perTap * 3}));
      thief = null;
      sfx('hit');
      freeze = 0.05;
    },
    draw(g) {
      const c = center(), r = Math.min(W > H ? W * 0.27 : W * 0.36, H * 0.36);
      halo(c.x, c.y, r * 1.9, paint.prize, 0.22 + squash * 0.12);
      g.save();
      g.translate(c.x, c.y);
      g.rotate(calm ? 0 : now * 0.15);
      g.fillStyle = fade(paint.prize, 0.1);
      for (let i = 0; i < 12; i++) {
        g.rotate(TAU / 12);
        g.beginPath();
        g.moveTo(0, 0);
        g.lineTo(-r * 0.22, -r * 1.65);
        g.lineTo(r * 0.22, -r * 1.65);
        g.fill();
      }
      g.restore();
      round(c.x - r * 0.85, c.y + r * 0.72, r * 1.7, r * 0.26, r * 0.13, 'rgba(0,0,0,.28)');
      crew.slice(-14).forEach(w => {
        const a = w.a + now * w.v, y = c.y + Math.sin(a) * r * 0.5 + r * 0.5;
        if (Math.sin(a) < 0) this.worker(g, w, c.x + Math.cos(a) * r * 1.25, y);
      });
      if (has('combo') && times() > 1) label('×' + times(), c.x + r * 0.95, c.y - r * 0.85, 1.1 + squash * 0.2, paint.prize);
      sprite(g, heroSprite, c.x, c.y + squash * r * 0.08, r * 1.55, {color: paint.hero, t: now, sx: 1 + squash * 0.1 + Math.sin(now * 2) * 0.015, sy: 1 - squash * 0.12 - Math.sin(now * 2) * 0.015});
      crew.slice(-14).forEach(w => {
        const a = w.a + now * w.v;
        if (Math.sin(a) >= 0) this.worker(g, w, c.x + Math.cos(a) * r * 1.25, c.y + Math.sin(a) * r * 0.5 + r * 0.5);
      });
      label(Math.floor(purse) + '', c.x, c.y - r * 1.18, 1.25 + squash * 0.08, '#ffffff');
      label(own('tap', {n: perTap}) + (helpers ? ' · ' + own('second', {n: helpers}) : ''), c.x, c.y + r * 1.2, 0.48, light(paint.prize, 0.4));
      shop.forEach((s, i) => this.stall(g, s, i));
      if (thief) sprite(g, foeSprite(thief.kind), thief.x, thief.y + Math.abs(Math.sin(now * 9)) * -0.25, 1.6, {color: paint.foe, t: now, flip: thief.flip});
      if (golden) {
        halo(golden.x, golden.y, 2, paint.prize, 0.8);
        sprite(g, prizeSprite, golden.x, golden.y, 1.5 + Math.sin(now * 7) * 0.15, {color: paint.prize, t: now, rot: Math.sin(now * 3) * 0.3});
      }
    },
    worker: (g, w, x, y) => sprite(g, w.sprite, x, y - Math.abs(Math.sin(now * 5 + w.a)) * 0.2, w.big ? 1.05 : 0.8, {color: turn(paint.hero, 60), t: now + w.a}),
    stall(g, s, i) {
      const p = shopPlace(i), can = purse >= cost(s), jolt = now - (s.no || -9) < 0.25 ? Math.sin(now * 60) * 0.08 : 0, pop = 1 - clamp((now - (s.pop || -9)) * 4, 0, 1);
      round(p.x + jolt, p.y + 0.1, p.w, p.h, 0.35, 'rgba(0,0,0,.35)');
      round(p.x + jolt, p.y - pop * 0.08, p.w, p.h, 0.35, can ? mix(paint.surface, paint.prize, 0.22 + pop * 0.5) : dark(paint.surface, 0.25));
      if (i === selected && !touchDevice) {
        g.strokeStyle = fade(paint.text, 0.6);
        g.lineWidth = 0.06;
        g.beginPath();
        g.roundRect(p.x + jolt, p.y, p.w, p.h, 0.35);
        g.stroke();
      }
      g.globalAlpha = can ? 1 : 0.6;
      sprite(g, s.sprite, p.x + 1, p.y + p.h / 2, 1.25, {color: paint.hero, t: now});
      label(s.name, p.x + 1.95, p.y + p.h * 0.36, 0.52, can ? '#ffffff' : '#c9c9d4', 1, 'left');
      label(s.text + (s.owned ? '  (' + s.owned + ')' : ''), p.x + 1.95, p.y + p.h * 0.68, 0.38, '#dcdce8', 1, 'left');
      label(cost(s) + '', p.x + p.w - 0.4, p.y + p.h / 2, 0.66, can ? light(paint.prize, 0.3) : '#a0a0b0', 1, 'right');
      g.globalAlpha = 1;
    },
    probe: () => ({...center(), purse, perTap, helpers, bought: shop.reduce((n, s) => n + s.owned, 0), shop: shop.map((_, i) => shopPlace(i))}),
    // Five taps a second, and the purchase that is cheapest for what it gives.
    bot() {
      const beat5 = Math.floor(now * 5) !== Math.floor((now - STEP) * 5);
      if (golden || thief) return steer({extra: !held.extra});
      const worth = shop.filter(s => purse >= cost(s) && cost(s) < (play.goal - play.progress) * 0.4);
      if (worth.length && beat5) this.buy(worth[worth.length - 1]);
      steer({action: beat5});
    },
  };
})();
