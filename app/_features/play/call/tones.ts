let context: AudioContext | null = null;

/** What is heard of a call. `ring`: it rings over there; `bell`: it rings here. */
export type Tone = 'ring' | 'bell' | 'busy' | 'pickUp' | 'over';

const beats: Record<Tone, { hertz: number; from: number; to: number }[]> = {
  ring: [{ hertz: 425, from: 0, to: 0.7 }],
  bell: [
    { hertz: 620, from: 0, to: 0.18 },
    { hertz: 780, from: 0.2, to: 0.38 },
    { hertz: 620, from: 0.4, to: 0.58 },
  ],
  busy: [0, 0.4, 0.8].map((from) => ({ hertz: 425, from, to: from + 0.2 })),
  pickUp: [{ hertz: 520, from: 0, to: 0.06 }],
  over: [{ hertz: 330, from: 0, to: 0.12 }],
};

/** Plays a soft tone, made here. Silent where the browser does not allow sound. */
export function sound(tone: Tone): void {
  try {
    context ??= new AudioContext();
    for (const { hertz, from, to } of beats[tone]) beat(context, hertz, from, to);
  } catch {
    // No sound device, or not allowed before a first touch: the screen says the same.
  }
}

function beat(audio: AudioContext, hertz: number, from: number, to: number): void {
  const at = audio.currentTime + from;
  const end = audio.currentTime + to;
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.05, at + 0.03);
  gain.gain.setValueAtTime(0.05, end - 0.03);
  gain.gain.exponentialRampToValueAtTime(0.0001, end);
  const source = audio.createOscillator();
  source.frequency.value = hertz;
  source.connect(gain).connect(audio.destination);
  source.start(at);
  source.stop(end + 0.05);
}
