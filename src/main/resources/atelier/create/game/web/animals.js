// More figures, each as in sprites.js: animals and other beings.
Object.assign(figures, {
  fox(k, t) { beast(k, t, () => {
    bow(k.c, () => { pen.moveTo(-0.22, 0.24); pen.quadraticCurveTo(-0.6, 0.2, -0.44, -0.16); pen.quadraticCurveTo(-0.3, 0, -0.16, 0.12); });
    poly([-0.46, 0, -0.44, -0.16, -0.34, -0.02], '#fff', false);
    poly([-0.2, -0.26, -0.18, -0.54, 0, -0.36], k.c);
    poly([0.08, -0.36, 0.24, -0.54, 0.26, -0.24], k.c);
    poly([-0.15, -0.4, -0.18, -0.54, -0.08, -0.43], '#2b2118', false);
    poly([0.16, -0.44, 0.24, -0.54, 0.23, -0.4], '#2b2118', false);
  }, () => { poly([-0.02, -0.08, 0.28, -0.12, 0.16, 0.08], '#fff', false); blob(0.24, -0.08, 0.04, 0.035, '#17131f', false); }); },
  mouse(k, t) { beast(k, t, () => {
    for (const x of [-0.16, 0.22]) { blob(x, -0.36, 0.15, 0.15, k.c); blob(x, -0.36, 0.09, 0.09, '#ffb3c1', false); }
  }, () => { blob(0.27, -0.06, 0.04, 0.035, '#ff7a93', false); for (const y of [-0.08, -0.02]) stroke([0.22, y, 0.42, y - 0.02], edge, 0.014); }); },
  bear(k, t) { beast(k, t, () => {
    for (const x of [-0.15, 0.2]) { blob(x, -0.33, 0.1, 0.1, k.c); blob(x, -0.33, 0.05, 0.05, k.d, false); }
  }, () => { blob(0.12, -0.05, 0.13, 0.1, k.l, false); blob(0.14, -0.1, 0.05, 0.035, '#17131f', false); }); },
  lion(k, t) { beast(k, t, () => { blob(0.04, -0.14, 0.37, 0.35, k.d); for (const x of [-0.12, 0.2]) blob(x, -0.36, 0.07, 0.07, k.c); },
    () => { blob(0.12, -0.05, 0.12, 0.09, k.l, false); poly([0.08, -0.11, 0.18, -0.11, 0.13, -0.05], '#5b2333', false); }); },
  pig(k, t) { beast(k, t, () => {
    poly([-0.2, -0.28, -0.2, -0.46, -0.02, -0.36], k.d);
    poly([0.1, -0.36, 0.28, -0.46, 0.26, -0.26], k.d);
  }, () => { blob(0.16, -0.06, 0.12, 0.09, k.l); for (const x of [0.12, 0.2]) blob(x, -0.06, 0.02, 0.03, '#5b2333', false); }); },
  cow(k, t) { beast(k, t, () => {
    blob(-0.22, -0.24, 0.12, 0.06, k.c);
    blob(0.3, -0.24, 0.12, 0.06, k.c);
    poly([-0.12, -0.3, -0.2, -0.52, -0.02, -0.38], '#fff3d1');
    poly([0.1, -0.38, 0.28, -0.52, 0.22, -0.3], '#fff3d1');
  }, () => { blob(-0.12, 0.18, 0.1, 0.07, k.d, false); blob(0.12, -0.03, 0.16, 0.09, '#ffb9c4'); for (const x of [0.06, 0.18]) blob(x, -0.03, 0.02, 0.025, '#5b2333', false); }); },
  sheep(k, t) { beast(k, t, () => {
    for (let i = 0; i < 7; i++) blob(-0.02 + Math.cos(i * 0.9) * 0.28, 0.16 + Math.sin(i * 0.9) * 0.15, 0.13, 0.12, '#fff', false);
    for (let i = 0; i < 8; i++) blob(0.04 + Math.cos(i * 0.785) * 0.24, -0.2 + Math.sin(i * 0.785) * 0.2, 0.12, 0.11, '#fff');
    for (const x of [-0.24, 0.32]) blob(x, -0.14, 0.1, 0.06, k.c);
  }, () => { for (const x of [-0.08, 0.06, 0.2]) blob(x, -0.35, 0.09, 0.07, '#fff', false); }); },
  horse(k, t) { beast(k, t, () => {
    poly([-0.14, -0.3, -0.1, -0.52, 0.02, -0.36], k.c);
    poly([0.08, -0.36, 0.18, -0.52, 0.22, -0.3], k.c);
    for (const [x, y] of [[-0.16, -0.32], [-0.22, -0.18], [-0.24, -0.02]]) blob(x, y, 0.12, 0.11, k.d, false);
  }, () => { blob(0.2, -0.04, 0.19, 0.12, k.l); for (const x of [0.26, 0.34]) blob(x, -0.05, 0.02, 0.03, '#5b2333', false); blob(0, -0.36, 0.09, 0.1, k.d, false); }); },
  unicorn(k, t) { figures.horse(k, t); poly([0.02, -0.34, 0.12, -0.58, 0.15, -0.32], '#ffe27a'); },
  elephant(k, t) { beast(k, t, () => { blob(-0.26, -0.14, 0.19, 0.25, k.d); blob(0.32, -0.14, 0.17, 0.24, k.d); }, () => {
    const s = Math.sin(t * 3) * 0.04;
    pen.lineJoin = 'round';
    for (const [c, w] of [[edge, 0.16], [k.c, 0.1]]) stroke([0.1, -0.06, 0.13, 0.12, 0.18 + s, 0.24, 0.28 + s, 0.24], c, w);
    poly([-0.02, 0.02, -0.06, 0.16, 0.04, 0.06], '#fff', false);
  }); },
  monkey(k, t) { beast(k, t, () => { for (const x of [-0.22, 0.3]) { blob(x, -0.16, 0.11, 0.11, k.c); blob(x, -0.16, 0.06, 0.06, '#f2c9a1', false); } },
    () => { blob(0.1, -0.06, 0.17, 0.13, '#f2c9a1', false); eyes(0.08, -0.17, 0.09, 0.06, t); stroke([0.03, -0.01, 0.1, 0.02, 0.17, -0.01], edge, 0.022); blob(0.1, -0.08, 0.03, 0.02, '#5b2333', false); }); },
  hedgehog(k, t) {
    poly(Array.from({length: 23}, (_, i) => { const a = Math.PI * (0.86 + i / 22 * 1.06), r = i % 2 ? 0.36 : 0.5; return [-0.04 + Math.cos(a) * r, 0.24 + Math.sin(a) * r * 1.1]; }).flat(), k.d);
    legs(k, t, 0.14);
    blob(0.1, 0.22, 0.26, 0.18, k.l);
    poly([0.28, 0.12, 0.5, 0.22, 0.3, 0.32], k.l);
    blob(0.48, 0.22, 0.045, 0.045, '#17131f', false);
    eyes(0.2, 0.14, 0.08, 0.055, t);
  },
  frog(k, t) {
    const s = Math.sin(t * 4) * 0.02;
    for (const x of [-0.3, 0.3]) { blob(x, 0.34, 0.18, 0.13, k.d); blob(x * 1.15, 0.46, 0.14, 0.05, k.d); }
    blob(0, 0.2 + s, 0.36, 0.29, k.c);
    blob(0, 0.3 + s, 0.24, 0.17, k.l, false);
    for (const x of [-0.2, 0.2]) { blob(x, -0.14 + s, 0.14, 0.15, k.c); eye(x, -0.15 + s, 0.09, t); }
    bow(edge, () => { pen.moveTo(-0.2, 0.12 + s); pen.quadraticCurveTo(0, 0.26 + s, 0.2, 0.12 + s); pen.quadraticCurveTo(0, 0.22 + s, -0.2, 0.12 + s); }, false);
  },
  turtle(k, t) {
    const s = Math.sin(t * 6) * 0.03;
    for (const [x, v] of [[-0.26, s], [0.16, -s]]) box(x - 0.08, 0.3 + v, 0.16, 0.2 - v, 0.06, k.l);
    poly([-0.36, 0.32, -0.5, 0.38, -0.34, 0.24], k.l);
    blob(0.36, 0.06, 0.14, 0.15, k.l);
    eye(0.4, 0.02, 0.06, t);
    bow(k.c, () => { pen.moveTo(-0.42, 0.36); pen.bezierCurveTo(-0.42, -0.34, 0.28, -0.34, 0.3, 0.36); pen.closePath(); });
    poly([-0.16, -0.02, 0.04, -0.02, 0.12, 0.16, -0.06, 0.28, -0.24, 0.16], k.d, false);
    box(-0.44, 0.3, 0.76, 0.09, 0.04, k.d);
  },
  snail(k, t) {
    const s = Math.sin(t * 3) * 0.02;
    bow('#f0d9b0', () => { pen.moveTo(-0.48, 0.48); pen.quadraticCurveTo(-0.2, 0.28, 0.14, 0.32); pen.bezierCurveTo(0.2, 0.1, 0.2, -0.06, 0.34, -0.06); pen.bezierCurveTo(0.52, -0.04, 0.46, 0.48, 0.3, 0.48); pen.closePath(); });
    for (const x of [0.28, 0.4]) { stroke([x, -0.02, x + 0.04 + s, -0.24], edge, 0.05); eye(x + 0.04 + s, -0.26, 0.065, t); }
    blob(-0.1, 0.1, 0.34, 0.33, k.c);
    for (const [r, c] of [[0.24, k.d], [0.18, k.c], [0.11, k.d], [0.06, k.l]]) blob(-0.08, 0.12, r, r, c, false);
  },
  octopus(k, t) {
    pen.lineJoin = 'round';
    for (const x of [-0.3, -0.15, 0, 0.15, 0.3]) {
      const s = Math.sin(t * 5 + x * 12) * 0.05;
      for (const [c, w] of [[edge, 0.15], [k.c, 0.1]]) stroke([x * 0.7, 0.1, x + s, 0.3, x * 1.3 - s, 0.46], c, w);
    }
    blob(0, -0.12, 0.34, 0.34, k.c);
    blob(-0.14, -0.3, 0.09, 0.06, k.l, false);
    eyes(0.04, -0.06, 0.13, 0.09, t);
  },
  crab(k, t) {
    const s = Math.sin(t * 8) * 0.03;
    for (const m of [-1, 1]) {
      for (const [x, y] of [[0.2, 0.3], [0.26, 0.24], [0.3, 0.16]]) stroke([m * x, y, m * (x + 0.14), y + 0.2 + s * m], edge, 0.05);
      stroke([m * 0.26, 0.08, m * 0.38, -0.12], edge, 0.07);
      blob(m * 0.38, -0.22 + s * m, 0.13, 0.13, k.c);
      poly([m * 0.38, -0.2 + s * m, m * 0.3, -0.38 + s * m, m * 0.44, -0.38 + s * m], edge, false);
      stroke([m * 0.1, 0, m * 0.12, -0.16], edge, 0.04);
      eye(m * 0.12, -0.18, 0.07, t);
    }
    blob(0, 0.16, 0.34, 0.22, k.c);
    bow(edge, () => { pen.moveTo(-0.1, 0.2); pen.quadraticCurveTo(0, 0.28, 0.1, 0.2); pen.quadraticCurveTo(0, 0.24, -0.1, 0.2); }, false);
  },
  spider(k, t) {
    for (const m of [-1, 1]) for (const [x, y, d] of [[0.3, -0.3, 0.1], [0.44, -0.14, 0.26], [0.44, 0.02, 0.36], [0.3, 0.12, 0.46]]) {
      stroke([0, 0.08, m * x, y + Math.sin(t * 11 + d * 20) * 0.03, m * (x + 0.06), d + 0.02], edge, 0.045);
    }
    blob(0, 0.12, 0.27, 0.25, k.c);
    blob(0, 0.24, 0.12, 0.07, k.d, false);
    eyes(0, 0.02, 0.1, 0.075, t);
    eyes(0, 0.12, 0.05, 0.035, t);
  },
  butterfly(k, t) {
    const f = 0.75 + Math.sin(t * 9) * 0.25;
    for (const m of [-1, 1]) {
      blob(m * 0.26 * f, -0.16, 0.24 * f, 0.25, k.c);
      blob(m * 0.2 * f, 0.2, 0.18 * f, 0.19, k.d);
      blob(m * 0.28 * f, -0.18, 0.1 * f, 0.11, k.l, false);
      stroke([0, -0.28, m * 0.12, -0.46], edge, 0.03);
    }
    box(-0.055, -0.3, 0.11, 0.66, 0.055, '#2b2118');
    eyes(0, -0.26, 0.06, 0.045, t);
  },
  bat(k, t) {
    const f = Math.sin(t * 10) * 0.12;
    for (const m of [-1, 1]) {
      poly([0, -0.04, m * 0.3, -0.3 - f, m * 0.5, -0.08 - f, m * 0.38, 0.02, m * 0.32, 0.16 - f / 2, m * 0.2, 0.1, 0, 0.2], k.d);
      poly([m * 0.04, -0.2, m * 0.16, -0.46, m * 0.2, -0.12], k.c);
    }
    blob(0, 0.02, 0.22, 0.24, k.c);
    eyes(0, -0.04, 0.09, 0.07, t);
    for (const x of [-0.05, 0.03]) poly([x, 0.12, x + 0.04, 0.12, x + 0.02, 0.2], '#fff', false);
  },
  penguin(k, t) {
    const s = Math.sin(t * 8) * 0.04;
    for (const x of [-0.13, 0.13]) blob(x, 0.46, 0.13, 0.055, '#ffb020');
    for (const m of [-1, 1]) poly([m * 0.22, -0.02, m * 0.42, 0.22 + s * m, m * 0.24, 0.24], k.d);
    blob(0, 0.06, 0.28, 0.42, k.c);
    blob(0.02, 0.16, 0.19, 0.28, '#fff', false);
    blob(0.02, -0.16, 0.19, 0.12, '#fff', false);
    eyes(0.03, -0.18, 0.1, 0.065, t);
    poly([-0.04, -0.12, 0.12, -0.12, 0.05, -0.02], '#ffb020');
  },
  owl(k, t) {
    for (const m of [-1, 1]) {
      poly([m * 0.08, -0.3, m * 0.26, -0.5, m * 0.28, -0.2], k.c);
      blob(m * 0.1, 0.46, 0.08, 0.045, '#ffb020');
    }
    blob(0, 0.06, 0.31, 0.39, k.c);
    blob(0, 0.2, 0.19, 0.22, k.l, false);
    for (const m of [-1, 1]) { blob(m * 0.28, 0.12, 0.1, 0.24, k.d); blob(m * 0.13, -0.14, 0.145, 0.145, '#fff'); eye(m * 0.12, -0.14, 0.11, t); }
    poly([-0.05, -0.06, 0.05, -0.06, 0, 0.06], '#ffb020');
  },
  whale(k, t) {
    const s = Math.sin(t * 3) * 0.04;
    for (const m of [-1, 1]) stroke([0.12, -0.2, 0.12 + m * 0.06, -0.36, 0.12 + m * 0.16, -0.4], '#bff4ff', 0.05);
    poly([-0.3, 0.1, -0.5, -0.16 + s, -0.38, -0.12 + s, -0.32, -0.26 + s, -0.2, 0.04], k.d);
    bow(k.c, () => { pen.moveTo(-0.42, 0.04); pen.bezierCurveTo(-0.3, 0.14, -0.16, -0.22, 0.14, -0.22); pen.bezierCurveTo(0.56, -0.2, 0.58, 0.42, 0.1, 0.42); pen.bezierCurveTo(-0.16, 0.42, -0.38, 0.3, -0.42, 0.04); });
    bow(k.l, () => { pen.moveTo(0.46, 0.18); pen.quadraticCurveTo(0.2, 0.3, -0.14, 0.34); pen.quadraticCurveTo(0.3, 0.5, 0.46, 0.18); }, false);
    eye(0.26, 0.04, 0.065, t);
  },
  dino(k, t) {
    poly([-0.08, 0.12, -0.5, 0.36, -0.1, 0.4], k.c);
    for (const [x, y] of [[-0.3, 0.2], [-0.2, 0.06], [-0.14, -0.1], [-0.1, -0.26]]) poly([x - 0.06, y + 0.06, x - 0.08, y - 0.1, x + 0.08, y], k.d);
    legs(k, t, 0.13);
    blob(0, 0.2, 0.23, 0.24, k.c);
    blob(0.06, 0.24, 0.13, 0.17, k.l, false);
    stroke([0.18, 0.1, 0.3, 0.14], edge, 0.06);
    box(-0.12, -0.44, 0.52, 0.36, 0.15, k.c);
    box(0.06, -0.2, 0.34, 0.06, 0.03, '#fff', false);
    eye(0.08, -0.32, 0.075, t);
  },
  critter(k, t) {
    legs(k, t, 0.14);
    stroke([0, -0.26, -0.04, -0.46], edge, 0.04);
    blob(-0.04, -0.46, 0.06, 0.06, k.l);
    blob(0, 0.08, 0.34, 0.35, k.c);
    blob(0.04, 0.2, 0.2, 0.17, k.l, false);
    eyes(0.05, 0, 0.12, 0.085, t);
    stroke([-0.02, 0.16, 0.06, 0.2, 0.14, 0.16], edge, 0.03);
  },
});
