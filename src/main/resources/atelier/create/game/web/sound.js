// Every sound is an oscillator or a breath of noise; nothing is loaded. Silent until the first touch, as browsers demand.
let audio = null, master = null, muted = false;

function wakeAudio() {
  try {
    if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
    if (!audio) {
      const Context = window.AudioContext || window.webkitAudioContext;
      if (!Context) return;
      audio = new Context();
      master = audio.createGain();
      master.gain.value = muted ? 0 : 0.5;
      master.connect(audio.destination);
    }
    if (audio.state === 'suspended') audio.resume();
  } catch (e) {
    audio = null;
  }
}

function tone(from, to, seconds, kind = 'square', volume = 0.12, wait = 0) {
  if (!audio || muted || quiet) return;
  const t = audio.currentTime + wait, o = audio.createOscillator(), g = audio.createGain();
  o.type = kind;
  o.frequency.setValueAtTime(from, t);
  o.frequency.exponentialRampToValueAtTime(Math.max(20, to), t + seconds);
  g.gain.setValueAtTime(volume, t);
  g.gain.exponentialRampToValueAtTime(0.0008, t + seconds);
  o.connect(g).connect(master);
  o.start(t);
  o.stop(t + seconds);
}

let hiss = null;
function noise(seconds, volume = 0.2, pitch = 900) {
  if (!audio || muted || quiet) return;
  if (!hiss) {
    hiss = audio.createBuffer(1, audio.sampleRate, audio.sampleRate);
    const data = hiss.getChannelData(0);
    for (let i = 0; i < data.length; i++) data[i] = Math.random() * 2 - 1;
  }
  const t = audio.currentTime, s = audio.createBufferSource(), f = audio.createBiquadFilter(), g = audio.createGain();
  s.buffer = hiss;
  f.type = 'lowpass';
  f.frequency.setValueAtTime(pitch, t);
  f.frequency.exponentialRampToValueAtTime(80, t + seconds);
  g.gain.setValueAtTime(volume, t);
  g.gain.exponentialRampToValueAtTime(0.001, t + seconds);
  s.connect(f).connect(g).connect(master);
  s.start(t);
  s.stop(t + seconds);
}

const SCALE = [0, 2, 4, 7, 9, 12, 14, 16, 19, 21, 24];
const note = step => 262 * 2 ** (SCALE[clamp(step, 0, 10)] / 12);
const sounds = {
  // `n` counts a combo: each one sounds a step higher.
  take: n => { tone(note(n), note(n) * 1.01, 0.09, 'square', 0.08); tone(note(n + 2), note(n + 2), 0.14, 'square', 0.08, 0.06); },
  jump: () => tone(260, 560, 0.16, 'square', 0.07),
  step: () => tone(420, 300, 0.04, 'triangle', 0.07),
  shoot: () => tone(880, 220, 0.1, 'sawtooth', 0.045),
  bounce: n => tone(note(n), note(n) * 0.98, 0.07, 'triangle', 0.2),
  hit: () => { noise(0.2, 0.25, 1400); tone(200, 60, 0.2, 'square', 0.12); },
  boom: () => { noise(0.4, 0.4, 900); tone(120, 30, 0.35, 'triangle', 0.3); },
  hurt: () => { tone(330, 70, 0.4, 'sawtooth', 0.16); noise(0.25, 0.25, 700); },
  power: () => [0, 2, 4, 5].forEach((n, i) => tone(note(n + 2), note(n + 2), 0.12, 'square', 0.08, i * 0.06)),
  nope: () => tone(170, 140, 0.13, 'square', 0.07),
  win: () => [0, 2, 3, 5, 3, 5, 7].forEach((n, i) => tone(note(n), note(n), 0.2, 'square', 0.1, i * 0.1)),
  lose: () => [5, 4, 2, 0].forEach((n, i) => tone(note(n) / 2, note(n) / 2.05, 0.28, 'triangle', 0.22, i * 0.16)),
};
// While time is run ahead, or the title plays by itself, nothing sounds.
let quiet = true;
const sfx = (name, n = 0) => sounds[name](n);

// A quiet tune behind a level: eight steps of bass and a sparse melody, thrown by the seed, in the level's pace.
let beat = 0, beatAt = 0, tune = null;
function newTune(level) {
  const d = dice('tune' + DESIGN.seed + level.number);
  const root = d.pick([98, 110, 123, 131]);
  tune = {root, step: 0.3 / Math.sqrt(clamp(level.speed, 0.6, 2)), bass: [0, 0, d.pick([2, 3]), d.pick([3, 4])],
    lead: Array.from({length: 16}, () => d.chance(0.5) ? d.int(0, 6) : -1)};
}
function playTune(playing) {
  if (!audio || muted || quiet || !tune || !playing) return;
  if (beatAt < audio.currentTime - 0.3) beatAt = audio.currentTime;
  while (beatAt < audio.currentTime + 0.15) {
    const wait = Math.max(0, beatAt - audio.currentTime), lead = tune.lead[beat % 16];
    const bass = tune.root * 2 ** (SCALE[tune.bass[(beat >> 3) % 4]] / 12);
    if (beat % 2 === 0) tone(bass / (beat % 4 ? 1 : 2), bass / 2, tune.step * 1.6, 'triangle', 0.09, wait);
    if (lead >= 0) tone(bass * 2 ** (1 + SCALE[lead] / 12), bass * 2 ** (1 + SCALE[lead] / 12), tune.step * 1.2, 'sine', 0.035, wait);
    beat++;
    beatAt += tune.step;
  }
}

function setMuted(value) {
  muted = value;
  if (master) master.gain.value = muted ? 0 : 0.5;
}
