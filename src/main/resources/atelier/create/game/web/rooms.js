// The map of a top-down level: a grid of rooms, a tree of corridors over all of them, some short cuts, perhaps one gate.
const RX = 8, RY = 7;

// In `floor` 0 is wall, 1 a room's floor, 2 a corridor's.
function layRooms(level, d) {
  const gx = clamp(2 + Math.floor(level.number / 3), 2, 4), gy = clamp(2 + Math.floor((level.number + 1) / 5), 2, 4);
  const cols = gx * RX + 1, rows = gy * RY + 1;
  const floor = new Uint8Array(cols * rows);
  const rooms = [], open = (x, y, kind) => { floor[y * cols + x] = kind; };
  for (let j = 0; j < gy; j++) {
    for (let i = 0; i < gx; i++) {
      const w = d.int(4, RX - 1), h = d.int(4, RY - 1), x = i * RX + 1 + d.int(0, RX - 1 - w), y = j * RY + 1 + d.int(0, RY - 1 - h);
      rooms.push({i, j, x, y, w, h, cx: x + (w >> 1), cy: y + (h >> 1), links: [], depth: -1});
      for (let a = 0; a < w; a++) for (let b = 0; b < h; b++) open(x + a, y + b, 1);
      if (w > 5 && h > 4 && d.chance(level.density)) for (const [a, b] of [[1, 1], [w - 2, 1], [1, h - 2], [w - 2, h - 2]]) open(x + a, y + b, 0);
    }
  }
  // A tree over all rooms from the first one, then some short cuts that leave the last room alone.
  const stack = [rooms[0]], order = [];
  rooms[0].depth = 0;
  while (stack.length) {
    const r = stack[stack.length - 1], next = d.shuffle(rooms.filter(o => o.depth < 0 && Math.abs(o.i - r.i) + Math.abs(o.j - r.j) === 1))[0];
    if (!next) {
      order.push(stack.pop());
      continue;
    }
    next.depth = r.depth + 1;
    next.from = r;
    r.links.push(next);
    stack.push(next);
  }
  const leaves = rooms.filter(r => !r.links.length), end = leaves.reduce((a, b) => b.depth > a.depth ? b : a);
  const dig = (a, b, kind) => {
    const path = [];
    let x = a.cx, y = a.cy;
    const flatFirst = a.j === b.j;
    const go = (tx, ty) => { while (x !== tx || y !== ty) { x += Math.sign(tx - x); if (x === tx) y += Math.sign(ty - y); path.push([x, y]); } };
    if (flatFirst) {
      const mid = Math.max(a.i, b.i) * RX;
      go(mid, a.cy); go(mid, b.cy); go(b.cx, b.cy);
    } else {
      const mid = Math.max(a.j, b.j) * RY;
      go(a.cx, mid); go(b.cx, mid); go(b.cx, b.cy);
    }
    for (const [px, py] of path) if (!floor[py * cols + px]) open(px, py, kind);
    return path;
  };
  let gate = null;
  for (const r of rooms) {
    if (!r.from) continue;
    const path = dig(r.from, r, 2);
    const inRoom = ([x, y]) => x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
    if (r === end && has('key') && level.number > 1) {
      const spot = path.filter(p => !inRoom(p)).pop();
      gate = {x: spot[0] + 0.5, y: spot[1] + 0.5, open: false};
    }
  }
  for (const a of rooms) {
    for (const b of rooms) {
      if (a !== end && b !== end && b.i * 9 + b.j > a.i * 9 + a.j && Math.abs(a.i - b.i) + Math.abs(a.j - b.j) === 1 && a.from !== b && b.from !== a && d.chance(0.35)) dig(a, b, 2);
    }
  }
  return {cols, rows, floor, gate, rooms, end};
}
