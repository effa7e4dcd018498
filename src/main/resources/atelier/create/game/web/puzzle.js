// Match three. A move that matches always exists: when none is left, the field is mixed anew.
const GAME = (() => {
  const SHAPES = ['gem', 'star', 'heart', 'flower', 'apple', 'coin'];
  const TINTS = ['#4aa8ff', '#ffc933', '#ff5470', '#c77dff', '#5fd068', '#ff9447'];
  let cols, rows, d, grid, kinds, shapes, phase, clock, cursor, picked, grabbed, moves, chain, streak, lastMove, hint, idle, swapping;

  const inside = (x, y) => x >= 0 && y >= 0 && x < cols && y < rows;
  const at = (x, y) => inside(x, y) ? grid[x][y] : null;
  const stone = t => t && t.kind < 0;
  const fresh = (x, y, from = y) => ({kind: d.int(0, kinds - 1), bomb: false, x, y: from, vy: 0, size: from === y ? 0 : 1, turn: 0});
  const movable = t => t && !stone(t);

  // All lines of three and more, each as its cells.
  function lines() {
    const found = [];
    for (const flat of [true, false]) {
      for (let a = 0; a < (flat ? rows : cols); a++) {
        let run = [];
        for (let b = 0; b <= (flat ? cols : rows); b++) {
          const x = flat ? b : a, y = flat ? a : b, t = at(x, y);
          if (run.length && movable(t) && at(run[0].x, run[0].y).kind === t.kind) run.push({x, y});
          else {
            if (run.length > 2) found.push(run);
            run = movable(t) ? [{x, y}] : [];
          }
        }
      }
    }
    return found;
  }
  function swap(a, b) {
    const t = grid[a.x][a.y];
    grid[a.x][a.y] = grid[b.x][b.y];
    grid[b.x][b.y] = t;
    grid[a.x][a.y].y = a.y;
    t.y = b.y;
  }
  const sameLine = (x, y) => {
    const k = at(x, y).kind, is = (dx, dy) => { const t = at(x + dx, y + dy); return movable(t) && t.kind === k; };
    return (is(-1, 0) && (is(-2, 0) || is(1, 0))) || (is(1, 0) && is(2, 0)) || (is(0, -1) && (is(0, -2) || is(0, 1))) || (is(0, 1) && is(0, 2));
  };
  function allMoves() {
    const list = [];
    for (let x = 0; x < cols; x++) {
      for (let y = 0; y < rows; y++) {
        for (const [dx, dy] of [[1, 0], [0, 1]]) {
          const a = {x, y}, b = {x: x + dx, y: y + dy};
          if (!movable(at(x, y)) || !movable(at(b.x, b.y))) continue;
          swap(a, b);
          if (sameLine(a.x, a.y) || sameLine(b.x, b.y)) list.push({a, b});
          swap(a, b);
        }
      }
    }
    return list;
  }
  function fill(keepStones) {
    for (let tries = 0; tries < 200; tries++) {
      for (let x = 0; x < cols; x++) {
        for (let y = 0; y < rows; y++) {
          if (keepStones && stone(grid[x][y])) continue;
          do grid[x][y] = fresh(x, y); while (sameLine(x, y));
          grid[x][y].size = 0;
        }
      }
      if (allMoves().length > 2) return;
      if (tries > 60) keepStones = false;
    }
  }

  // The same pieces in other places; false when no such order was found.
  function mixAll() {
    const spots = [];
    grid.forEach((col, x) => col.forEach((t, y) => { if (movable(t)) spots.push({x, y}); }));
    for (let tries = 0; tries < 80; tries++) {
      const pieces = d.shuffle(spots.map(c => grid[c.x][c.y]));
      spots.forEach((c, i) => { grid[c.x][c.y] = Object.assign(pieces[i], {x: c.x, y: c.y, size: 0}); });
      if (!lines().length && allMoves().length) return true;
    }
    return false;
  }

  return {
    pad: has('hint') ? 'x' : '', extraWord: '?', wide: true, unit: own('unit'),
    keys: own('keys') + (has('hint') ? ' · ' + own('hints') : ''), touch: own('touch'),
    health: () => has('moves') ? word('moves', {n: moves}) : '',
    start(level, dice) {
      d = dice;
      [cols, rows] = tallScreen() ? [7, 9] : [9, 7];
      kinds = level.density > 0.3 ? 6 : 5;
      shapes = SHAPES.slice();
      [heroSprite, foeSprite(0)].forEach((s, i) => { if (!shapes.includes(s)) shapes[i + 3] = s; });
      grid = Array.from({length: cols}, () => Array(rows).fill(null));
      const wall = has('stones') && level.number > 1 ? Math.round(1 + level.density * 6) : 0;
      for (let i = 0; i < wall; i++) {
        const x = d.int(0, cols - 1), y = d.int(Math.floor(rows / 3), rows - 1);
        for (const mx of level.number % 2 ? [x, cols - 1 - x] : [x]) grid[mx][y] = {kind: -1, x: mx, y, size: 1, crack: 0, vy: 0, turn: 0};
      }
      fill(true);
      phase = 'fall';
      clock = chain = streak = idle = 0;
      picked = grabbed = hint = swapping = null;
      cursor = {x: cols >> 1, y: rows >> 1, shown: false};
      lastMove = -9;
      play.goal = clamp(level.goal, 3, 200) * 2;
      moves = has('moves') ? Math.ceil(play.goal / 7) + 5 + Math.min(8, play.tries * 2) : Infinity;
      this.fairSeconds = play.goal * 0.7 + 30;
      board(cols + 0.5, rows + 0.5);
    },
    step(dt) {
      clock += dt;
      for (const col of grid) for (const t of col) if (t) t.size = Math.min(1, t.size + dt * 5);
      if (phase === 'swap' && clock > 0.16) this.swapped();
      else if (phase === 'clear' && clock > 0.2) this.settle();
      else if (phase === 'fall') this.falling(dt);
      else if (phase === 'idle') this.listen(dt);
    },
    listen(dt) {
      idle += dt;
      if (has('hint') && (took('extra') || idle > 8) && !hint) {
        hint = d.pick(allMoves());
        sfx('step');
      }
      for (const [name, x, y] of [['left', -1, 0], ['right', 1, 0], ['up', 0, -1], ['down', 0, 1]]) {
        if (took(name)) this.arrow(x, y);
        if (pointer.swipe === name && grabbed) {
          this.tryTo(grabbed, {x: grabbed.x + x, y: grabbed.y + y});
          grabbed = picked = null;
        }
      }
      if (took('action')) {
        cursor.shown = true;
        picked = picked ? null : {x: cursor.x, y: cursor.y};
        sfx('step');
      }
      if (pointer.tapped && !attract) {
        const cell = {x: Math.floor(pointer.x - 0.25), y: Math.floor(pointer.y - 0.25)};
        cursor.shown = false;
        if (!inside(cell.x, cell.y)) return;
        if (picked && Math.abs(picked.x - cell.x) + Math.abs(picked.y - cell.y) === 1) {
          this.tryTo(picked, cell);
          grabbed = picked = null;
        } else {
          grabbed = picked = cell;
          sfx('step');
        }
      }
    },
    arrow(x, y) {
      cursor.shown = true;
      if (picked) {
        this.tryTo(picked, {x: picked.x + x, y: picked.y + y});
        cursor.x = clamp(picked.x + x, 0, cols - 1);
        cursor.y = clamp(picked.y + y, 0, rows - 1);
        picked = null;
      } else {
        cursor.x = clamp(cursor.x + x, 0, cols - 1);
        cursor.y = clamp(cursor.y + y, 0, rows - 1);
        sfx('step');
      }
    },
    tryTo(a, b) {
      if (!movable(at(a.x, a.y)) || !movable(at(b.x, b.y))) return sfx('nope');
      swap(a, b);
      swapping = {a, b};
      phase = 'swap';
      clock = idle = 0;
      hint = null;
    },
    swapped() {
      const {a, b} = swapping;
      if (!sameLine(a.x, a.y) && !sameLine(b.x, b.y)) {
        swap(a, b);
        sfx('nope');
        phase = 'fall';
        return;
      }
      if (has('moves')) moves--;
      streak = has('combo') && play.time - lastMove < 5 ? Math.min(streak + 1, 4) : 0;
      lastMove = play.time;
      chain = 0;
      this.clear(lines());
    },
    clear(found) {
      chain++;
      const gone = new Map(), made = [];
      const mark = (x, y) => {
        const t = at(x, y);
        if (!t || gone.has(x * 99 + y)) return;
        if (stone(t)) return;
        gone.set(x * 99 + y, {x, y, t});
        if (t.bomb) {
          shake(0.5);
          sfx('boom');
          for (let dx = -1; dx < 2; dx++) for (let dy = -1; dy < 2; dy++) if (inside(x + dx, y + dy)) mark(x + dx, y + dy);
        }
      };
      for (const run of found) {
        run.forEach(c => mark(c.x, c.y));
        if (has('bombs') && run.length > 3) {
          const spot = run.find(c => swapping && ((c.x === swapping.b.x && c.y === swapping.b.y) || (c.x === swapping.a.x && c.y === swapping.a.y))) || run[1];
          made.push({...spot, kind: at(spot.x, spot.y).kind});
        }
      }
      let sx = 0, sy = 0;
      for (const {x, y, t} of gone.values()) {
        sx += x;
        sy += y;
        burst(x + 0.75, y + 0.75, [TINTS[t.kind], light(TINTS[t.kind])], 9, 4, {size: 0.18});
        for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
          const n = at(x + dx, y + dy);
          if (stone(n)) {
            grid[x + dx][y + dy] = null;
            burst(x + dx + 0.75, y + dy + 0.75, light(paint.surface, 0.3), 14, 4, {fall: 10});
            gain(15);
          }
        }
        grid[x][y] = null;
      }
      for (const m of made) grid[m.x][m.y] = {kind: m.kind, bomb: true, x: m.x, y: m.y, vy: 0, size: 0, turn: 0};
      const times = (has('cascade') ? Math.min(1 + (chain - 1) * 0.5, 3) : 1) + streak * 0.5, points = Math.round(gone.size * times);
      play.progress += points;
      gain(points * 10);
      const cx = sx / gone.size + 0.75, cy = sy / gone.size + 0.75;
      say(cx, cy, '+' + points, '#ffffff', clamp(0.5 + points * 0.03, 0.5, 1.1));
      if (chain > 1) say(cols / 2, rows / 2 - 1, own(['nice', 'great', 'superb', 'wild'][Math.min(5, chain) - 2]), paint.prize, 0.7 + chain * 0.12);
      else if (streak > 1) say(cx, cy - 0.8, own('streak', {n: 1 + streak * 0.5}), paint.prize, 0.5);
      sfx('take', Math.min(10, chain * 2 + streak));
      shake(0.08 * chain);
      phase = 'clear';
      clock = 0;
      swapping = null;
    },
    // Pieces fall between stones; each gap is filled from its own top.
    settle() {
      for (let x = 0; x < cols; x++) {
        let floor = rows - 1;
        for (let y = rows - 1; y >= -1; y--) {
          if (y >= 0 && !stone(grid[x][y])) continue;
          const kept = [];
          for (let k = floor; k > y; k--) if (grid[x][k]) kept.push(grid[x][k]);
          for (let k = floor, i = 0; k > y; k--, i++) grid[x][k] = kept[i] || (y < 0 ? fresh(x, k, k - (floor - y - kept.length) - 0.4) : fresh(x, k));
          floor = y - 1;
        }
      }
      phase = 'fall';
    },
    falling(dt) {
      let moving = false;
      for (let x = 0; x < cols; x++) {
        for (let y = 0; y < rows; y++) {
          const t = grid[x][y];
          if (t.y < y) {
            t.vy += 34 * dt;
            t.y = Math.min(y, t.y + t.vy * dt);
            if (t.y === y) t.vy = 0;
          }
          moving = moving || t.y !== y || t.size < 1;
        }
      }
      if (moving) return;
      const found = lines();
      if (found.length) return this.clear(found);
      if (play.progress >= play.goal) {
        if (has('moves')) gain(moves * 20);
        return pass();
      }
      if (moves <= 0) return fail(own('none'));
      if (!allMoves().length) {
        if (!has('shuffle') || !mixAll()) fill(true);
        say(cols / 2, rows / 2, own('mixed'), paint.prize, 0.9);
        sfx('power');
        return;
      }
      phase = 'idle';
      idle = 0;
    },
    draw(g) {
      round(-0.1, -0.1, cols + 0.7, rows + 0.7, 0.45, fade(dark(paint.surface, 0.35), 0.9));
      for (let x = 0; x < cols; x++) {
        for (let y = 0; y < rows; y++) round(x + 0.28, y + 0.28, 0.94, 0.94, 0.2, fade((x + y) % 2 ? light(paint.surface, 0.25) : light(paint.surface, 0.12), 0.32));
      }
      const shine = hint ? [hint.a, hint.b] : [], t16 = phase === 'swap' ? 1 - easeOut(clamp(clock / 0.16, 0, 1)) : 0;
      g.save();
      g.beginPath();
      g.rect(0, 0.2, cols + 0.5, rows + 0.3);
      g.clip();
      for (let x = 0; x < cols; x++) {
        for (let y = 0; y < rows; y++) {
          const t = grid[x][y];
          if (!t) continue;
          let px = x + 0.75, py = (phase === 'swap' ? y : t.y) + 0.75;
          if (swapping && phase === 'swap') {
            const {a, b} = swapping, o = x === a.x && y === a.y ? b : x === b.x && y === b.y ? a : null;
            if (o) {
              px = lerp(x, o.x, t16) + 0.75;
              py = lerp(y, o.y, t16) + 0.75;
            }
          }
          const lifted = (picked && picked.x === x && picked.y === y) || shine.some(c => c.x === x && c.y === y);
          const size = easeOut(t.size) * (lifted ? 0.92 + Math.sin(now * 9) * 0.08 : 0.8);
          if (stone(t)) {
            tile(x + 0.29, y + 0.29, 0.92, 0.92, mix('#8a8f9c', paint.surface, 0.3), 0.2);
            sprite(g, 'rock', px, py, 0.7, {color: '#8a8f9c'});
            continue;
          }
          if (lifted) halo(px, py, 0.85, '#ffffff', 0.7);
          if (t.bomb) {
            halo(px, py, 0.8, TINTS[t.kind], 0.9);
            g.strokeStyle = '#ffffff';
            g.lineWidth = 0.06;
            g.beginPath();
            g.arc(px, py, 0.46 + Math.sin(now * 6) * 0.03, 0, TAU);
            g.stroke();
          }
          sprite(g, shapes[t.kind], px, py, size, {color: TINTS[t.kind], t: shapes[t.kind] === 'coin' ? 0 : now * 0.6});
        }
      }
      g.restore();
      if (cursor.shown) {
        g.strokeStyle = '#ffffff';
        g.lineWidth = 0.08;
        g.beginPath();
        g.roundRect(cursor.x + 0.28, cursor.y + 0.28, 0.94, 0.94, 0.2);
        g.stroke();
      }
    },
    probe() {
      const move = phase === 'idle' ? allMoves()[0] : null;
      return {x: cursor.x, y: cursor.y, phase, moves, move: move && {ax: move.a.x + 0.75, ay: move.a.y + 0.75, bx: move.b.x + 0.75, by: move.b.y + 0.75}};
    },
    bot() {
      if (phase !== 'idle' || idle < (fast ? 0.05 : 0.5)) return;
      const list = allMoves();
      let best = list[0], most = 0;
      for (const m of list) {
        swap(m.a, m.b);
        const n = lines().reduce((sum, run) => sum + run.length + (run.length > 3 ? 3 : 0), 0);
        swap(m.a, m.b);
        if (n > most) [best, most] = [m, n];
      }
      this.tryTo(best.a, best.b);
    },
  };
})();
