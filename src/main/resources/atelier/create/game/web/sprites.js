// The figures as code. Each draws itself into a unit box, feet at y = 0.5, looking right; `k` holds its colours:
// c the main one, d darker, l lighter; `t` is time for what moves by itself.
let pen = null, edge = '#000';

function blob(x, y, rx, ry, fill, line = true) {
  pen.beginPath();
  pen.ellipse(x, y, rx, ry, 0, 0, TAU);
  finish(fill, line);
}
function poly(points, fill, line = true) {
  pen.beginPath();
  for (let i = 0; i < points.length; i += 2) pen.lineTo(points[i], points[i + 1]);
  pen.closePath();
  finish(fill, line);
}
function box(x, y, w, h, r, fill, line = true) {
  pen.beginPath();
  pen.roundRect(x, y, w, h, r);
  finish(fill, line);
}
function bow(fill, path, line = true) {
  pen.beginPath();
  path();
  finish(fill, line);
}
function stroke(points, color, width) {
  pen.beginPath();
  for (let i = 0; i < points.length; i += 2) pen.lineTo(points[i], points[i + 1]);
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.stroke();
}
function finish(fill, line) {
  pen.fillStyle = fill;
  pen.fill();
  if (line) {
    pen.strokeStyle = edge;
    pen.lineWidth = 0.035;
    pen.stroke();
  }
}
function eye(x, y, r, t) {
  const shut = (t * 0.37 + 0.1) % 1 < 0.03;
  blob(x, y, r, shut ? r * 0.15 : r, '#fff', false);
  if (!shut) blob(x + r * 0.3, y + r * 0.1, r * 0.55, r * 0.6, '#17131f', false);
}
const eyes = (x, y, gap, r, t) => { eye(x - gap, y, r, t); eye(x + gap, y, r, t); };
const legs = (k, t, x = 0.12) => {
  const s = Math.sin(t * 9) * 0.04;
  box(-x - 0.07, 0.32 + s, 0.14, 0.18 - s, 0.05, k.d);
  box(x - 0.07, 0.32 - s, 0.14, 0.18 + s, 0.05, k.d);
};
const star = (n, r, q, x = 0, y = 0, turned = -Math.PI / 2) => Array.from({length: n * 2}, (_, i) => {
  const a = turned + i * Math.PI / n, v = i % 2 ? q : r;
  return [x + Math.cos(a) * v, y + Math.sin(a) * v];
}).flat();

const figures = {
  person(k, t) {
    legs(k, t);
    box(-0.22, 0, 0.44, 0.36, 0.13, k.c);
    blob(0, -0.2, 0.24, 0.24, '#f2c9a1');
    bow(k.d, () => { pen.arc(0, -0.23, 0.25, Math.PI * 0.95, Math.PI * 2.05); pen.quadraticCurveTo(0, -0.3, -0.24, -0.2); });
    eyes(0.06, -0.18, 0.08, 0.05, t);
  },
  knight(k, t) {
    legs(k, t);
    box(-0.24, -0.02, 0.48, 0.38, 0.1, k.c);
    poly([0, 0.06, 0.08, 0.14, 0, 0.28, -0.08, 0.14], k.l, false);
    box(-0.25, -0.42, 0.5, 0.42, 0.18, '#c9d3de');
    box(-0.08, -0.26, 0.33, 0.11, 0.04, '#1c2230');
    blob(0.04, -0.2, 0.025, 0.03, '#fff', false);
    blob(0.16, -0.2, 0.025, 0.03, '#fff', false);
    bow(k.c, () => { pen.moveTo(-0.02, -0.4); pen.quadraticCurveTo(-0.1, -0.56, -0.34, -0.38); pen.quadraticCurveTo(-0.2, -0.38, -0.02, -0.4); });
    stroke([0.33, 0.22, 0.33, -0.14], '#e8eef5', 0.06);
    stroke([0.25, 0.12, 0.41, 0.12], '#8a5a2b', 0.05);
  },
  wizard(k, t) {
    poly([-0.14, -0.05, 0.14, -0.05, 0.29, 0.5, -0.29, 0.5], k.c);
    blob(0, -0.1, 0.19, 0.18, '#f2c9a1');
    bow('#f4f4f8', () => { pen.moveTo(-0.15, -0.04); pen.quadraticCurveTo(0.02, 0.42, 0.19, -0.04); pen.quadraticCurveTo(0.02, 0.06, -0.15, -0.04); });
    eyes(0.05, -0.12, 0.07, 0.045, t);
    poly([-0.33, -0.2, 0.33, -0.2, 0.05, -0.27, -0.08, -0.54], k.d);
    poly(star(5, 0.06, 0.025, -0.03, -0.33), '#ffe27a', false);
    stroke([0.33, 0.48, 0.35, -0.08], '#8a5a2b', 0.05);
    blob(0.35, -0.13, 0.07 + Math.sin(t * 4) * 0.01, 0.07 + Math.sin(t * 4) * 0.01, k.l);
  },
  robot(k, t) {
    legs(k, t);
    box(-0.24, -0.02, 0.48, 0.38, 0.06, k.c);
    box(-0.12, 0.08, 0.24, 0.14, 0.03, k.d, false);
    blob(-0.05 + Math.sin(t * 3) * 0.05, 0.15, 0.03, 0.03, '#8dffc1', false);
    stroke([0, -0.38, 0, -0.48], edge, 0.04);
    blob(0, -0.48, 0.05, 0.05, Math.sin(t * 5) > 0 ? '#ff6b6b' : k.l);
    box(-0.27, -0.4, 0.54, 0.38, 0.1, k.l);
    box(-0.18, -0.31, 0.38, 0.2, 0.08, '#16202e', false);
    blob(-0.06, -0.21, 0.045, 0.055, '#7df9ff', false);
    blob(0.11, -0.21, 0.045, 0.055, '#7df9ff', false);
  },
  cat(k, t) { beast(k, t, () => {
    poly([-0.2, -0.3, -0.17, -0.52, -0.02, -0.37], k.c);
    poly([0.06, -0.37, 0.22, -0.52, 0.24, -0.28], k.c);
  }, () => { for (const y of [-0.1, -0.05]) stroke([0.16, y + 0.02, 0.36, y], edge, 0.015); }); },
  dog(k, t) { beast(k, t, () => 0, () => {
    blob(-0.19, -0.16, 0.08, 0.17, k.d);
    blob(0.24, -0.18, 0.07, 0.15, k.d);
    blob(0.09, -0.06, 0.11, 0.08, k.l, false);
    blob(0.12, -0.1, 0.045, 0.035, '#17131f', false);
  }); },
  rabbit(k, t) { beast(k, t, () => {
    blob(-0.06, -0.46, 0.065, 0.19, k.c);
    blob(0.12, -0.46, 0.065, 0.19, k.c);
    blob(-0.06, -0.44, 0.03, 0.13, '#ffb3c1', false);
    blob(0.12, -0.44, 0.03, 0.13, '#ffb3c1', false);
  }, () => blob(-0.3, 0.3, 0.09, 0.09, '#fff')); },
  dragon(k, t) {
    const flap = Math.sin(t * 6) * 0.1;
    poly([-0.05, 0, -0.48, -0.36 - flap, -0.4, -0.06, -0.5, 0.08 - flap / 2, -0.2, 0.16], k.d);
    bow(k.c, () => { pen.moveTo(-0.1, 0.1); pen.quadraticCurveTo(-0.4, 0.36, -0.46, 0.2); pen.quadraticCurveTo(-0.42, 0.54, 0, 0.44); });
    legs(k, t, 0.13);
    blob(0, 0.2, 0.25, 0.24, k.c);
    blob(0.06, 0.24, 0.14, 0.17, k.l, false);
    poly([-0.1, -0.3, -0.14, -0.5, 0.04, -0.38], '#fff3d1');
    poly([0.1, -0.38, 0.18, -0.53, 0.22, -0.32], '#fff3d1');
    blob(0.08, -0.17, 0.24, 0.21, k.c);
    blob(0.24, -0.08, 0.14, 0.11, k.l);
    blob(0.28, -0.1, 0.02, 0.025, edge, false);
    eyes(0.1, -0.22, 0.08, 0.055, t);
  },
  bird(k, t) {
    poly([-0.25, 0.02, -0.48, -0.1, -0.44, 0.14], k.d);
    blob(0, 0.04, 0.32, 0.29, k.c);
    blob(0.06, 0.14, 0.2, 0.17, k.l, false);
    poly([0.28, -0.06, 0.48, 0.02, 0.27, 0.1], '#ffb020');
    eye(0.15, -0.08, 0.08, t);
    const f = Math.sin(t * 12) * 0.16;
    bow(k.d, () => { pen.moveTo(0.04, 0); pen.quadraticCurveTo(-0.2, -0.3 - f, -0.34, -0.1 - f); pen.quadraticCurveTo(-0.2, 0.18, 0.04, 0); });
  },
  fish(k, t) {
    const s = Math.sin(t * 7) * 0.08;
    poly([-0.2, 0, -0.48, -0.22 + s, -0.4, 0, -0.48, 0.22 + s], k.d);
    poly([-0.1, -0.18, 0.02, -0.4, 0.16, -0.18], k.d);
    blob(0.06, 0, 0.36, 0.25, k.c);
    blob(0.08, 0.09, 0.26, 0.12, k.l, false);
    bow(k.d, () => { pen.moveTo(0.02, 0); pen.quadraticCurveTo(-0.14, 0.02, -0.1, 0.16); pen.quadraticCurveTo(0.04, 0.14, 0.02, 0); }, false);
    eye(0.25, -0.06, 0.075, t);
  },
  snake(k, t) {
    const s = Math.sin(t * 5) * 0.03;
    pen.lineJoin = 'round';
    for (const [c, w] of [[edge, 0.23], [k.c, 0.17], [k.l, 0.05]]) {
      stroke([-0.4, 0.4, -0.2, 0.26 + s, 0, 0.4 - s, 0.2, 0.3, 0.14, 0.06, 0, -0.08, 0.06, -0.2], c, w);
    }
    blob(0.14, -0.24, 0.2, 0.16, k.c);
    stroke([0.32, -0.2, 0.44, -0.18 + s], '#ff4d6d', 0.03);
    eyes(0.16, -0.29, 0.08, 0.05, t);
  },
  bug(k, t) {
    const s = Math.sin(t * 14) * 0.05;
    for (const x of [-0.2, 0, 0.2]) stroke([x, 0.1, x + s, 0.46], edge, 0.05);
    stroke([0.2, -0.2, 0.32, -0.42], edge, 0.03);
    stroke([0.1, -0.2, 0.12, -0.44], edge, 0.03);
    blob(0.22, 0.04, 0.2, 0.2, k.d);
    blob(-0.08, 0.06, 0.34, 0.28, k.c);
    stroke([-0.06, -0.2, -0.1, 0.32], k.d, 0.035);
    blob(-0.22, 0, 0.06, 0.06, k.d, false);
    blob(0.06, 0.14, 0.06, 0.06, k.d, false);
    eye(0.28, -0.02, 0.075, t);
  },
  bee(k, t) {
    const f = Math.sin(t * 26) * 0.1;
    blob(-0.12, -0.28, 0.13, 0.2 + f, 'rgba(255,255,255,.75)');
    blob(0.08, -0.28, 0.12, 0.18 - f, 'rgba(255,255,255,.75)');
    poly([-0.34, 0.02, -0.48, 0.06, -0.34, 0.12], edge, false);
    blob(-0.02, 0.06, 0.36, 0.25, k.c);
    for (const x of [-0.2, -0.02]) box(x, -0.16, 0.09, 0.44, 0.04, '#2b2118', false);
    eye(0.22, 0, 0.08, t);
  },
  ghost(k, t) {
    const s = Math.sin(t * 4) * 0.03;
    bow(k.c, () => {
      pen.arc(0, -0.12, 0.32, Math.PI, 0);
      pen.lineTo(0.32, 0.38 + s);
      for (let i = 0; i < 3; i++) pen.quadraticCurveTo(0.21 - i * 0.213, 0.56 + (i % 2 ? -s : s), 0.107 - i * 0.213, 0.36);
    });
    eyes(0.06, -0.12, 0.12, 0.09, t);
    blob(0.07, 0.08, 0.06, 0.07 + s, '#2a2140', false);
  },
  slime(k, t) {
    const s = Math.sin(t * 5) * 0.04;
    bow(k.c, () => {
      pen.moveTo(-0.42 - s, 0.5);
      pen.bezierCurveTo(-0.5 - s, 0.1, -0.3, -0.24 + s * 2, 0, -0.24 + s * 2);
      pen.bezierCurveTo(0.3, -0.24 + s * 2, 0.5 + s, 0.1, 0.42 + s, 0.5);
      pen.closePath();
    });
    blob(-0.16, 0, 0.09, 0.06, k.l, false);
    eyes(0.08, 0.12, 0.12, 0.08, t);
    stroke([0, 0.3, 0.08, 0.34, 0.18, 0.3], edge, 0.035);
  },
  alien(k, t) {
    legs(k, t, 0.1);
    blob(0, 0.22, 0.17, 0.2, k.d);
    stroke([-0.1, -0.34, -0.2, -0.48], edge, 0.035);
    stroke([0.1, -0.34, 0.2, -0.48], edge, 0.035);
    blob(-0.2, -0.48, 0.045, 0.045, k.l);
    blob(0.2, -0.48, 0.045, 0.045, k.l);
    bow(k.c, () => { pen.moveTo(0, 0.16); pen.bezierCurveTo(-0.56, -0.1, -0.4, -0.44, 0, -0.44); pen.bezierCurveTo(0.4, -0.44, 0.56, -0.1, 0, 0.16); });
    blob(-0.15, -0.16, 0.1, 0.13, '#171226', false);
    blob(0.17, -0.16, 0.1, 0.13, '#171226', false);
    blob(-0.12, -0.21, 0.03, 0.04, '#fff', false);
    blob(0.2, -0.21, 0.03, 0.04, '#fff', false);
  },
  rocket(k, t) {
    const f = 0.1 + Math.sin(t * 30) * 0.05;
    poly([-0.11, 0.3, 0, 0.42 + f, 0.11, 0.3], '#ff9f1c', false);
    poly([-0.06, 0.3, 0, 0.34 + f, 0.06, 0.3], '#fff3b0', false);
    poly([-0.16, 0.02, -0.38, 0.32, -0.34, 0.4, -0.13, 0.28], k.d);
    poly([0.16, 0.02, 0.38, 0.32, 0.34, 0.4, 0.13, 0.28], k.d);
    bow(k.c, () => { pen.moveTo(-0.13, 0.32); pen.bezierCurveTo(-0.28, -0.05, -0.14, -0.38, 0, -0.5); pen.bezierCurveTo(0.14, -0.38, 0.28, -0.05, 0.13, 0.32); pen.closePath(); });
    bow(k.l, () => { pen.moveTo(-0.12, -0.34); pen.quadraticCurveTo(0, -0.5, 0, -0.5); pen.quadraticCurveTo(0.04, -0.46, 0.12, -0.34); pen.closePath(); }, false);
    blob(0, -0.1, 0.11, 0.11, '#bff4ff');
    blob(-0.03, -0.13, 0.035, 0.035, '#fff', false);
  },
  ship(k, t) {
    const f = Math.sin(t * 2) * 0.02;
    poly([-0.02, -0.5, 0.02, -0.5, 0.02, 0.2, -0.02, 0.2], '#8a5a2b');
    bow('#fff6e0', () => { pen.moveTo(0.05, -0.44); pen.quadraticCurveTo(0.5, -0.16 + f, 0.06, 0.08); pen.closePath(); });
    bow(k.l, () => { pen.moveTo(-0.05, -0.36); pen.quadraticCurveTo(-0.36, -0.1, -0.06, 0.08); pen.closePath(); });
    poly([0, -0.5, -0.2, -0.45 + f, 0, -0.4], k.d);
    bow(k.c, () => { pen.moveTo(-0.46, 0.14); pen.lineTo(0.48, 0.14); pen.quadraticCurveTo(0.36, 0.46, 0.16, 0.46); pen.lineTo(-0.2, 0.46); pen.quadraticCurveTo(-0.4, 0.44, -0.46, 0.14); });
    for (const x of [-0.2, 0, 0.2]) blob(x, 0.28, 0.05, 0.05, k.l);
  },
  car(k) {
    bow(k.l, () => { pen.moveTo(-0.28, 0.06); pen.quadraticCurveTo(-0.2, -0.24, 0, -0.24); pen.quadraticCurveTo(0.18, -0.24, 0.28, 0.06); });
    box(-0.12, -0.16, 0.13, 0.2, 0.03, '#c8f1ff', false);
    box(0.04, -0.16, 0.12, 0.2, 0.03, '#c8f1ff', false);
    box(-0.48, 0.02, 0.96, 0.28, 0.1, k.c);
    blob(0.42, 0.12, 0.045, 0.05, '#fff3b0', false);
    for (const x of [-0.26, 0.26]) { blob(x, 0.32, 0.14, 0.14, '#1d1d26'); blob(x, 0.32, 0.06, 0.06, '#cfd6e0', false); }
  },
  tank(k) {
    box(0.08, -0.14, 0.42, 0.1, 0.03, k.d);
    box(-0.22, -0.24, 0.4, 0.3, 0.12, k.l);
    box(-0.4, 0, 0.8, 0.26, 0.08, k.c);
    box(-0.46, 0.18, 0.92, 0.26, 0.13, '#2a2a35');
    for (const x of [-0.32, -0.11, 0.1, 0.31]) blob(x, 0.31, 0.075, 0.075, '#8d93a1', false);
    poly(star(5, 0.08, 0.035, -0.02, -0.1), k.d, false);
  },
  ball(k) {
    blob(0, 0, 0.42, 0.42, k.c);
    bow(k.d, () => { pen.arc(0, 0, 0.42, 0.3, Math.PI - 0.3); pen.quadraticCurveTo(0, 0.42, 0.4, 0.12); }, false);
    blob(-0.14, -0.17, 0.1, 0.08, k.l, false);
  },
  star(k, t) {
    poly(star(5, 0.48, 0.22, 0, 0.03), k.c);
    poly(star(5, 0.3, 0.13, 0, 0.03), k.l, false);
    eyes(0.02, 0, 0.08, 0.05, t);
  },
  gem(k) {
    poly([-0.28, -0.34, 0.28, -0.34, 0.46, -0.08, 0, 0.46, -0.46, -0.08], k.c);
    poly([-0.28, -0.34, 0, -0.34, -0.16, -0.08, -0.46, -0.08], k.l, false);
    poly([-0.16, -0.08, 0.16, -0.08, 0, 0.46], light(k.c, 0.2), false);
    poly([0.16, -0.08, 0.46, -0.08, 0, 0.46], k.d, false);
    poly([-0.28, -0.34, 0, -0.34, -0.1, -0.2], '#fff', false);
  },
  coin(k, t) {
    const w = Math.abs(Math.cos(t * 2.4)) * 0.34 + 0.07;
    blob(0, 0, w, 0.42, k.c);
    blob(0, 0, w * 0.72, 0.3, k.d, false);
    blob(-0.02 * w, -0.02, w * 0.66, 0.27, k.c, false);
    if (w > 0.2) poly(star(5, w * 0.5, w * 0.22, 0, 0.02), k.l, false);
  },
  apple(k) {
    bow(k.c, () => {
      pen.moveTo(0, -0.2);
      pen.bezierCurveTo(-0.3, -0.4, -0.56, 0.02, -0.34, 0.3);
      pen.bezierCurveTo(-0.2, 0.5, -0.1, 0.46, 0, 0.42);
      pen.bezierCurveTo(0.1, 0.46, 0.2, 0.5, 0.34, 0.3);
      pen.bezierCurveTo(0.56, 0.02, 0.3, -0.4, 0, -0.2);
    });
    stroke([0, -0.18, 0.04, -0.42], '#6b3f1d', 0.06);
    bow('#6ede6a', () => { pen.moveTo(0.04, -0.32); pen.quadraticCurveTo(0.16, -0.52, 0.34, -0.4); pen.quadraticCurveTo(0.22, -0.24, 0.04, -0.32); });
    blob(-0.2, -0.02, 0.07, 0.11, k.l, false);
  },
  heart(k) {
    bow(k.c, () => {
      pen.moveTo(0, 0.44);
      pen.bezierCurveTo(-0.64, 0, -0.46, -0.46, -0.18, -0.4);
      pen.bezierCurveTo(-0.06, -0.38, 0, -0.26, 0, -0.22);
      pen.bezierCurveTo(0, -0.26, 0.06, -0.38, 0.18, -0.4);
      pen.bezierCurveTo(0.46, -0.46, 0.64, 0, 0, 0.44);
    });
    blob(-0.22, -0.16, 0.09, 0.08, k.l, false);
  },
  flower(k) {
    for (let i = 0; i < 6; i++) blob(Math.cos(i * TAU / 6) * 0.27, Math.sin(i * TAU / 6) * 0.27, 0.18, 0.18, i % 2 ? k.c : light(k.c, 0.15));
    blob(0, 0, 0.18, 0.18, '#ffd84d');
    blob(-0.05, -0.05, 0.05, 0.05, '#fff2b8', false);
  },
  mushroom(k, t) {
    box(-0.17, 0, 0.34, 0.48, 0.14, '#fbeedb');
    bow(k.c, () => { pen.moveTo(-0.46, 0.08); pen.bezierCurveTo(-0.46, -0.6, 0.46, -0.6, 0.46, 0.08); pen.quadraticCurveTo(0, 0.2, -0.46, 0.08); });
    blob(-0.2, -0.14, 0.09, 0.1, '#fff', false);
    blob(0.1, -0.26, 0.1, 0.08, '#fff', false);
    blob(0.3, -0.04, 0.06, 0.07, '#fff', false);
    eyes(0.03, 0.24, 0.08, 0.05, t);
  },
  rock(k) {
    poly([-0.44, 0.44, -0.46, 0.06, -0.24, -0.28, 0.1, -0.36, 0.4, -0.06, 0.46, 0.44], k.c);
    poly([-0.24, -0.28, 0.1, -0.36, 0, -0.06, -0.3, 0.04], k.l, false);
    poly([0.1, 0.44, 0.2, 0.1, 0.46, 0.2, 0.46, 0.44], k.d, false);
    stroke([-0.1, 0.16, -0.02, 0.26, -0.1, 0.36], k.d, 0.03);
  },
  tree(k) {
    box(-0.09, 0.14, 0.18, 0.36, 0.05, '#7a4a24');
    blob(-0.2, 0, 0.23, 0.21, k.d);
    blob(0.2, 0.02, 0.22, 0.2, k.d);
    blob(0, -0.18, 0.32, 0.3, k.c);
    blob(-0.1, -0.28, 0.1, 0.08, k.l, false);
  },
};

// Four legs, a tail, a round head: cats, dogs and rabbits differ in ears and the rest.
function beast(k, t, ears, face) {
  const s = Math.sin(t * 10) * 0.03;
  stroke([-0.24, 0.2, -0.42, 0.04 + s * 2], edge, 0.1);
  stroke([-0.24, 0.2, -0.42, 0.04 + s * 2], k.c, 0.06);
  for (const [x, v] of [[-0.22, s], [-0.08, -s], [0.08, s], [0.2, -s]]) box(x - 0.05, 0.3 + v, 0.1, 0.2 - v, 0.04, k.d);
  box(-0.3, 0.04, 0.58, 0.34, 0.16, k.c);
  blob(0.02, 0.3, 0.18, 0.07, k.l, false);
  ears();
  blob(0.04, -0.14, 0.26, 0.24, k.c);
  eyes(0.08, -0.17, 0.09, 0.06, t);
  blob(0.1, -0.07, 0.03, 0.02, '#5b2333', false);
  face();
}

const shades = new Map();
function kit(color) {
  let k = shades.get(color);
  if (!k) shades.set(color, k = {c: color, d: dark(color, 0.3), l: light(color, 0.45), edge: dark(color, 0.75)});
  return k;
}

// Draws a figure around (x, y), `size` high. Options: color, flip, t, rot, sx and sy (squash), white (a flash when hit).
function sprite(g, name, x, y, size, o = {}) {
  const k = kit(o.white ? '#ffffff' : o.color || look.hero);
  pen = g;
  edge = k.edge;
  g.save();
  g.translate(x, y);
  if (o.rot) g.rotate(o.rot);
  g.scale(size * (o.flip ? -1 : 1) * (o.sx || 1), size * (o.sy || 1));
  g.lineCap = g.lineJoin = 'round';
  (figures[name] || figures.star)(k, o.t === undefined ? 0 : o.t);
  g.restore();
}
